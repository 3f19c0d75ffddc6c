public import Encoder
internal import GRDB
internal import InvertedIndex
internal import LinearAlgebra

/// Answers questions from an index.
///
///     let searcher = Searcher(index, encoder: encoder)
///     let query = try QueryParser(today: today).parse("why ghosts rather than animals?")
///     for hit in try searcher.search(query).hits { print(hit.citation, hit.document.title) }
///
/// May be used from several threads at once.
public struct Searcher: Sendable {
  /// What is searched.
  public let index: SearchIndex
  /// `nil` where there is no model: questions are then answered by words.
  public let encoder: (any SentenceEncoder)?
  let reader: PassageReader

  /// Passages that each leg hands to the fusion. Deep enough that a passage which one leg likes and the
  /// other ranks low still meets both its scores.
  static let depth = 1000

  /// A searcher that answers by words alone where there is no encoder.
  public init(_ index: SearchIndex, encoder: (any SentenceEncoder)?) {
    self.index = index
    self.encoder = encoder
    reader = PassageReader(index.knowledgeBase)
  }

  /// The passages that answer `query`, best first.
  ///
  /// Deterministic: equal scores are ordered by the passages' ids. A leg that cannot be used is named in
  /// the response's warnings, and the other one answers.
  ///
  /// - Throws: `IndexError` where the index cannot be read, `EncoderError` where the encoder fails.
  /// - Complexity: O(postings of the question's terms + passages × dimensions).
  public func search(
    _ query: Query, options: SearchOptions = SearchOptions()
  ) throws -> SearchResponse {
    let start = ContinuousClock.now
    var response = try index.read { database in
      try SearchRun(searcher: self, database: database, query: query, options: options).response()
    }
    response.milliseconds = (ContinuousClock.now - start).seconds * 1000
    return response
  }

  /// What the index holds, in short; nobody looks whether files have changed.
  ///
  /// - Throws: `IndexError`.
  public func summary() throws -> IndexSummary {
    try index.read { database in
      let model = try IndexedModel(in: database)
      let snapshot = try index.snapshot(in: database)
      let vectors = try model.map { try snapshot.vectors(of: $0, in: database).count } ?? 0
      return try IndexSummary(
        in: database, model: model, passages: snapshot.terms.count, vectors: vectors,
        encoder: encoder)
    }
  }
}
