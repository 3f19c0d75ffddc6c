public import Corpus
internal import Foundation
internal import GRDB
internal import Synchronization

/// An index, open for reading. Any number of processes may read while one writes; each search sees one
/// state of the index throughout.
public final class SearchIndex: Sendable {
  /// What is indexed.
  public let knowledgeBase: KnowledgeBase
  /// Where the index lies.
  public let folder: IndexFolder
  let database: DatabaseQueue
  /// The newest state that was searched.
  private let snapshots = Mutex<IndexSnapshot?>(nil)

  /// Opens the index that lies in `folder`.
  ///
  /// - Throws: `IndexError.missing`, `.damaged`, `.foreign`, `.outdated`, `.unsafe`, `.unmerged`.
  /// - Complexity: O(1).
  public init(_ knowledgeBase: KnowledgeBase, folder: IndexFolder) throws(IndexError) {
    self.knowledgeBase = knowledgeBase
    self.folder = folder
    database = try DatabaseOpener.reader(folder)
  }

  /// Runs `body` on one state of the index.
  func read<T>(_ body: (Database) throws -> T) throws(IndexError) -> T {
    try DatabaseOpener.mapping(folder.databasePath) {
      // One transaction: a writer's commit in between is not seen.
      try database.read(body)
    }
  }

  /// The model whose vectors the index holds; `nil` where nothing was ever encoded.
  public func model() throws(IndexError) -> IndexedModel? {
    try read { try IndexedModel(in: $0) }
  }

  /// What the files of the knowledge base and the index differ in, by size and times.
  ///
  /// - Throws: `IndexError`; `CorpusError` where the knowledge base cannot be walked.
  public func staleness() throws -> Int {
    let (files, _) = try CorpusReader(knowledgeBase).walk()
    return try read { try FileChanges(files, in: $0).staleCount }
  }

  /// The files of the state that `database` sees.
  ///
  /// - Complexity: O(segments) where the last search saw the same state.
  func snapshot(in database: Database) throws -> IndexSnapshot {
    let state = try IndexState(in: database)
    if let known = snapshots.withLock({ $0 }), known.state == state { return known }
    let opened = try IndexSnapshot(state, folder: folder, in: database)
    snapshots.withLock { $0 = opened }
    return opened
  }
}
