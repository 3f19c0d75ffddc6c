public import Corpus

/// What an index holds.
public struct IndexStatus: Sendable, Hashable {
  public var documents: Int
  public var passages: Int
  /// Number of documents by layer and by type.
  public var layers: [String: Int]
  public var types: [String: Int]
  public var model: IndexedModel?
  /// Share of the passages that have a vector, 0 ... 1.
  public var embedded: Double
  /// Number of files that have changed since they were indexed.
  public var stale: Int
  /// Size of the files in the index folder.
  public var bytes: Int
  /// Files that are not indexed, with the reason.
  public var skipped: [SkippedFile]
  /// Documents with something that could not be taken as written: path, then what.
  public var issues: [String]
  /// Entries of `sources:` that lead to no file or to several, and links likewise.
  public var unresolvedSources: Int
  public var unresolvedLinks: Int
}
