internal import Encoder
internal import GRDB

extension IndexSummary {
  /// - Parameters:
  ///   - passages: Number of passages.
  ///   - vectors: Number of those that have a vector of `model`.
  init(
    in database: Database, model: IndexedModel?, passages: Int, vectors: Int,
    encoder: (any SentenceEncoder)?
  ) throws {
    documents =
      try Int.fetchOne(database.cachedStatement(sql: "SELECT count(*) FROM document")) ?? 0
    self.passages = passages
    self.model = encoder?.name ?? model?.name
    let isOther = encoder.map { $0.fingerprint != model?.fingerprint } ?? false
    embedded = passages > 0 && !isOther ? Double(vectors) / Double(passages) : 0
    stale = nil
  }
}
