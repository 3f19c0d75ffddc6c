/// The side of retrieval that a text is on. Asymmetric encoders (E5, BGE) treat the two
/// differently.
public enum TextRole: Sendable, Hashable {
  case query
  case passage
}
