internal import Corpus
internal import GRDB

extension SearchIndex {
  /// Counts what the index holds and looks for files that have changed.
  ///
  /// - Throws: `IndexError`; `CorpusError` where the knowledge base cannot be walked.
  public func status() throws -> IndexStatus {
    let stale = try staleness()
    return try read { database in
      let summary = try IndexSummary(in: database)
      return IndexStatus(
        documents: summary.documents, passages: summary.passages,
        layers: try Self.counts(of: "layer", in: database),
        types: try Self.counts(of: "type", in: database), model: try IndexedModel(in: database),
        embedded: summary.embedded, stale: stale, bytes: folder.bytes,
        skipped: try Self.skipped(in: database), issues: try Self.issues(in: database),
        unresolvedSources: try Self.unresolved("source", in: database),
        unresolvedLinks: try Self.unresolved("link", in: database))
    }
  }

  private static func counts(of column: String, in database: Database) throws -> [String: Int] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT \(column), count(*) FROM document GROUP BY \(column)")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as Int) })
  }

  private static func skipped(in database: Database) throws -> [SkippedFile] {
    try Row.fetchAll(database, sql: "SELECT path, reason FROM skipped ORDER BY path")
      .map { SkippedFile(path: $0[0], reason: $0[1]) }
  }

  private static func issues(in database: Database) throws -> [String] {
    try Row.fetchAll(
      database, sql: "SELECT path, issues FROM document WHERE issues <> '[]' ORDER BY path"
    ).flatMap { row in
      JSONText.decode(row[1] as String).map { issue in
        let parts = issue.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
        let line = parts.count > 1 && !parts[1].isEmpty ? ":\(parts[1])" : ""
        return "\(row[0] as String)\(line): \(parts.last ?? "")"
      }
    }
  }

  private static func unresolved(_ table: String, in database: Database) throws -> Int {
    try Int.fetchOne(
      database,
      sql: "SELECT count(*) FROM \(table) WHERE resolution IN ('unresolved', 'ambiguous')") ?? 0
  }
}
