internal import Encoder
internal import GRDB

extension IndexSummary {
  /// Counts what the index holds for `encoder`'s model, or for the one that it was built with.
  init(in database: Database, encoder: (any SentenceEncoder)? = nil) throws {
    documents = try Int.fetchOne(database, sql: "SELECT count(*) FROM document") ?? 0
    passages = try Int.fetchOne(database, sql: "SELECT count(*) FROM passage") ?? 0
    let indexed = try IndexedModel(in: database)
    model = encoder?.name ?? indexed?.name
    embedded = 0
    stale = nil
    guard let fingerprint = encoder?.fingerprint ?? indexed?.fingerprint, passages > 0 else { return }
    let encoded = try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM passage WHERE EXISTS (
          SELECT 1 FROM vector WHERE model = ? AND key = passage.vector_key)
        """, arguments: [fingerprint])
    embedded = Double(encoded ?? 0) / Double(passages)
  }
}
