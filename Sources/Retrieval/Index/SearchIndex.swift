public import Corpus
internal import Foundation
internal import GRDB
internal import LinearAlgebra

/// An index, open for reading. Any number of processes may read while one writes; each search sees one
/// state of the index throughout.
public final class SearchIndex: Sendable {
  /// What is indexed.
  public let knowledgeBase: KnowledgeBase
  /// Where the index lies.
  public let folder: IndexFolder
  let database: DatabaseQueue

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

  /// All vectors of the index's model, from the mapped file where it is current, else from SQLite.
  func vectors(of model: IndexedModel, in database: Database) throws -> PassageVectors {
    let generation = try Meta.number(.vectorGeneration, in: database)
    let content = try Meta.number(.content, in: database)
    let path = folder.vectorsPath(generation: generation)
    // While passages are being encoded the file lacks what SQLite has already.
    let isCurrent = try Meta.value(.vectorContent, in: database) == String(content)
    if isCurrent,
      let (passages, vectors) = VectorFile.open(
        path, expecting: (generation, content, model.fingerprint, model.dimensions))
    {
      return PassageVectors(passages: passages, vectors: vectors)
    }
    let rows = try VectorRows(
      in: database, fingerprint: model.fingerprint, dimensions: model.dimensions)
    return PassageVectors(passages: rows.passages, vectors: rows.view)
  }

  /// The stored terms of all passages.
  func terms(in database: Database) throws -> TermIndex {
    let generation = try Meta.number(.postingsGeneration, in: database)
    let mapped = MappedPostings(
      folder.postingsPath(generation: generation), generation: generation)
    // Without this the ids of its passages may be those of an index before this one.
    let written = try Meta.value(.postingsContent, in: database)
    let isOfThisIndex = mapped.map { String($0.header.content) == written } ?? false
    return try TermIndex(isOfThisIndex ? mapped : nil, in: database)
  }
}
