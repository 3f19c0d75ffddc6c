internal import Encoder
internal import GRDB

extension IndexSummary {
  /// Takes the number of vectors from the matrix that the search uses anyway.
  init(
    in database: Database, model: IndexedModel?, vectors: PassageVectors?,
    encoder: (any SentenceEncoder)?
  ) throws {
    documents = try Int.fetchOne(database, sql: "SELECT count(*) FROM document") ?? 0
    passages = try Int.fetchOne(database, sql: "SELECT count(*) FROM passage_statistics") ?? 0
    self.model = encoder?.name ?? model?.name
    let isOther = encoder.map { $0.fingerprint != model?.fingerprint } ?? false
    let encoded = isOther ? 0 : vectors?.passages.count ?? 0
    embedded = passages > 0 ? Double(encoded) / Double(passages) : 0
    stale = nil
  }
}
