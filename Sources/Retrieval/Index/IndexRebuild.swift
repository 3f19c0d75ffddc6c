/// Whether an index is built anew, and when readers get the new one. Vectors are taken over in any case.
public enum IndexRebuild: Sendable, Hashable {
  /// Only where what is there cannot be used.
  case whereNeeded
  /// Yes; readers keep the old one until the new one has all documents.
  case beside
  /// Yes, and at once: the old one is damaged. It fills up while others may read it.
  case atOnce
}
