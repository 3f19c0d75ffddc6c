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
  /// Those of them that were not skipped the last time, or for another reason.
  public var newlySkipped: [SkippedFile] = []
  /// Whether it was stopped before its end; what was done is kept, unless it `isDiscarded`.
  public var wasStopped = false
  /// Whether what was done was part of a rebuild that is of no use before it is complete. The index is as
  /// it was.
  public var isDiscarded = false
  public var seconds = 0.0

  public init() {}

  /// Whether anything in the index is different now.
  public var hasChanges: Bool {
    !added.isEmpty || !updated.isEmpty || !removed.isEmpty
  }
}
