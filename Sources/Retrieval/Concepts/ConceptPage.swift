internal import Corpus
internal import GRDB

/// Finds the page that a name means.
struct ConceptPage {
  let database: Database
  let analyzer: Analyzer

  /// The document ids that fit, best first.
  ///
  /// A path is taken as one. Else the name is compared with titles, file names, declared aliases and shown
  /// texts of links, in this order; else with the same words in any order or inflection; else with every
  /// misspelt word replaced. Compiled pages come before raw sources.
  func candidates(for name: String) throws -> [Int64] {
    if let id = try Int64.fetchOne(
      database, sql: "SELECT id FROM document WHERE path IN (?, ? || '.md')",
      arguments: [name, name])
    {
      return [id]
    }
    let exact = try named(AliasOrigin.fold(name))
    if !exact.isEmpty { return exact }
    let spelling = SpellingCorrector(database: database, analyzer: analyzer)
    let corrected = SpellingCorrector.corrected(
      name, by: try spelling.corrections(for: name), analyzer: analyzer)
    return try withWords(of: name, orOf: corrected)
  }

  private func named(_ folded: String) throws -> [Int64] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT alias.document, alias.origin, document.layer, document.path FROM alias
        JOIN document ON document.id = alias.document WHERE alias.folded = ?
        """, arguments: [folded])
    return ranked(rows)
  }

  private func withWords(of name: String, orOf corrected: String) throws -> [Int64] {
    for wanted in [name, corrected].map({ AliasOrigin.words($0, analyzer: analyzer) })
    where !wanted.isEmpty {
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT alias.document, alias.origin, document.layer, document.path FROM alias
          JOIN document ON document.id = alias.document WHERE alias.words = ?
          """, arguments: [wanted])
      if !rows.isEmpty { return ranked(rows) }
    }
    return []
  }

  private func ranked(_ rows: [Row]) -> [Int64] {
    let origins = AliasOrigin.allCases.map(\.rawValue)
    let keyed = rows.map { row in
      (
        id: row[0] as Int64, isRaw: (row[2] as String) == "raw" ? 1 : 0,
        origin: origins.firstIndex(of: row[1]) ?? origins.count, path: row[3] as String
      )
    }
    var seen: Set<Int64> = []
    return keyed.sorted { ($0.isRaw, $0.origin, $0.path) < ($1.isRaw, $1.origin, $1.path) }
      .map(\.id).filter { seen.insert($0).inserted }
  }
}
