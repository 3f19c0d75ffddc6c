internal import Corpus
internal import Digest
internal import GRDB

extension Searcher {
  /// Follows the statements of a page to the sources that they rest on.
  ///
  /// - Parameters:
  ///   - page: Name or path of a page.
  ///   - line: The line of the file whose statements are wanted, from 1; `nil` for all.
  ///   - passages: Number of passages to show of each kind for each statement, at most, besides those that
  ///     it links to.
  /// - Returns: `nil` where there is no such page.
  /// - Throws: `IndexError`, `EncoderError`; `CorpusError` where the page cannot be read.
  /// - Complexity: That of a search for each statement.
  public func provenance(
    of page: String, line: Int? = nil, passages: Int = 3
  ) throws -> Provenance? {
    let finder = ProvenanceFinder(searcher: self, passages: passages)
    return try index.read { try finder.find(page, line: line, in: $0) }
  }
}

/// Follows statements to their sources.
struct ProvenanceFinder {
  let searcher: Searcher
  let passages: Int
  private let analyzer = Analyzer()

  init(searcher: Searcher, passages: Int) {
    self.searcher = searcher
    self.passages = passages
  }

  func find(_ name: String, line: Int?, in database: Database) throws -> Provenance? {
    guard
      let id = try ConceptPage(database: database, analyzer: analyzer).candidates(for: name).first,
      let row = try Row.fetchOne(
        database, sql: "SELECT \(DocumentSummary.columns), hash FROM document WHERE id = ?",
        arguments: [id])
    else { return nil }
    let page = try DocumentSummary(row: row, from: 0)
    let bytes = try searcher.reader.file(page.path)
    var result = Provenance(page: page, statements: [], warnings: [])
    let hash: String = try row.decode(atIndex: DocumentSummary.columnCount)
    if SHA256Digest(of: bytes).hex != hash {
      result.warnings.append("\(page.path) has changed since it was indexed (run footnote index)")
    }
    let sources = try PageSources(of: id, page: page, in: database)
    let statements = StatementReader().statements(of: bytes).filter { statement in
      !NavigationalText.isList(statement.headings) && line.map(statement.lines.contains) ?? true
    }
    for statement in statements {
      let trace = StatementTrace(
        searcher: searcher, database: database, analyzer: analyzer, page: sources,
        statement: statement, passages: passages)
      let (found, warnings) = try trace.follow()
      result.statements.append(found)
      for warning in warnings where !result.warnings.contains(warning) {
        result.warnings.append(warning)
      }
    }
    return result
  }
}
