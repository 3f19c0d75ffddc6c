public import Corpus

/// What `IndexWriter.refresh` did.
public struct RefreshReport: Sendable, Hashable {
  public var added: [String] = []
  public var updated: [String] = []
  public var removed: [String] = []
  /// Number of documents that had not changed.
  public var unchanged = 0
  /// Files that are there but not indexed, with the reason.
  public var skipped: [SkippedFile] = []
  /// Whether it was stopped before its end; what was done is kept.
  public var wasStopped = false
  public var seconds = 0.0

  public init() {}

  /// Whether anything in the index is different now.
  public var hasChanges: Bool {
    !added.isEmpty || !updated.isEmpty || !removed.isEmpty
  }
}
