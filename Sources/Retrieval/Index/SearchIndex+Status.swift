internal import Corpus
internal import GRDB

extension SearchIndex {
  /// Counts what the index holds and looks for files that have changed.
  ///
  /// - Throws: `IndexError`; `CorpusError` where the knowledge base cannot be walked.
  public func status() throws -> IndexStatus {
    let stale = try staleness()
    return try read { database in
      let model = try IndexedModel(in: database)
      let coverage = try Coverage(of: model, in: database)
      let layers = coverage.rows(by: .layer)
      let passages = layers.reduce(0) { $0 + $1.passages }
      let encoded = layers.reduce(0) { $0 + $1.encodedPassages }
      return IndexStatus(
        documents: layers.reduce(0) { $0 + $1.documents }, passages: passages,
        coverage: coverage, model: model,
        embedded: passages > 0 ? Double(encoded) / Double(passages) : 0, stale: stale,
        bytes: folder.bytes,
        skipped: try SkippedFile.all(in: database), issues: try Self.issues(in: database),
        unresolvedSources: try Self.unresolved("source", in: database),
        unresolvedLinks: try Self.unresolved("link", in: database))
    }
  }

  private static func issues(in database: Database) throws -> [String] {
    try Row.fetchAll(
      database, sql: "SELECT path, issues FROM document WHERE issues <> '[]' ORDER BY path"
    ).flatMap { row in
      let path: String = try row.decode(atIndex: 0)
      return JSONText.decode(try row.decode(atIndex: 1)).map { issue in
        let parts = issue.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
        let line = parts.count > 1 && !parts[1].isEmpty ? ":\(parts[1])" : ""
        return "\(path)\(line): \(parts.last ?? "")"
      }
    }
  }

  private static func unresolved(_ table: String, in database: Database) throws -> Int {
    try Int.fetchOne(
      database,
      sql: "SELECT count(*) FROM \(table) WHERE resolution IN ('unresolved', 'ambiguous')") ?? 0
  }
}

extension SkippedFile {
  /// What the index knows of files that are not in it, by path.
  static func all(in database: Database) throws -> [SkippedFile] {
    try Row.fetchAll(database, sql: "SELECT path, reason FROM skipped ORDER BY path")
      .map { SkippedFile(path: try $0.decode(atIndex: 0), reason: try $0.decode(atIndex: 1)) }
  }
}
