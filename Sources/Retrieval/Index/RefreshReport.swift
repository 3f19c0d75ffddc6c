public import Corpus

/// What `IndexWriter.refresh` did.
public struct RefreshReport: Sendable, Hashable {
  /// Paths of new documents.
  public var added: [String] = []
  /// Paths of documents that had changed.
  public var updated: [String] = []
  /// Paths of documents that are not there any more.
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
  /// How long it took.
  public var seconds = 0.0

  /// Nothing was done.
  public init() {}

  /// Whether anything in the index is different now.
  public var hasChanges: Bool {
    !added.isEmpty || !updated.isEmpty || !removed.isEmpty
  }
}
