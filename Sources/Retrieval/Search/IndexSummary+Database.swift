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

  /// Counts what the index holds for the model that it was built with.
  init(in database: Database) throws {
    documents = try Int.fetchOne(database, sql: "SELECT count(*) FROM document") ?? 0
    passages = try Int.fetchOne(database, sql: "SELECT count(*) FROM passage") ?? 0
    let indexed = try IndexedModel(in: database)
    model = indexed?.name
    embedded = 0
    stale = nil
    guard let indexed, passages > 0 else { return }
    let encoded = try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM passage WHERE EXISTS (
          SELECT 1 FROM vector
          WHERE model = ? AND key = passage.vector_key AND length(value) = ?)
        """, arguments: [indexed.fingerprint, 4 * indexed.dimensions])
    embedded = Double(encoded ?? 0) / Double(passages)
  }
}
