internal import Corpus
internal import GRDB

/// Collects, for the page of a concept, the sources that its front matter, its links and its names lead
/// to. Everything is kept by document id.
struct SourceCollector {
  let database: Database
  let analyzer: Analyzer
  /// Documents that can be a source: the raw layer, or all but the page itself where there is none.
  let candidates: Set<Int64>
  private(set) var evidence: [Int64: Set<Evidence>] = [:]
  private(set) var unresolved: [UnresolvedSource] = []

  init(database: Database, analyzer: Analyzer, page: Int64?) throws {
    self.database = database
    self.analyzer = analyzer
    var ids = try Set(Int64.fetchAll(database, sql: "SELECT id FROM document WHERE layer = 'raw'"))
    if ids.isEmpty {
      ids = try Set(Int64.fetchAll(database, sql: "SELECT id FROM document"))
      if let page { ids.remove(page) }
    }
    candidates = ids
  }

  mutating func add(_ kind: Evidence, _ document: Int64) {
    if candidates.contains(document) { evidence[document, default: []].insert(kind) }
  }

  /// The entries of `sources:`; those that lead nowhere are kept as unresolved.
  mutating func addDeclared(by page: Int64) throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT reference, resolution, resolved FROM source WHERE document = ? ORDER BY position
        """, arguments: [page])
    for row in rows {
      let reference = row[0] as String
      let path = row[2] as String?
      if row[1] as String? == "ambiguous" {
        let paths = path?.split(separator: "\n").map(String.init) ?? []
        unresolved.append(UnresolvedSource(reference: reference, candidates: paths))
      } else if let path, let id = try document(path) {
        // A page may declare a summary, which stands for what that was compiled from.
        if candidates.contains(id) {
          add(.declared, id)
        } else {
          for source in try declaredSources(of: id) { add(.declared, source) }
        }
      } else if row[1] as String? != "external" {
        unresolved.append(UnresolvedSource(reference: reference, candidates: []))
      }
    }
  }

  /// What the body links to, directly or through a summary of sources.
  mutating func addCited(by page: Int64) throws {
    let targets = try Row.fetchAll(
      database,
      sql: """
        SELECT DISTINCT target.id, target.type FROM link
        JOIN document AS target ON target.path = link.resolved WHERE link.document = ?
        """, arguments: [page])
    for row in targets {
      let id = row[0] as Int64
      add(.cited, id)
      if (row[1] as String).lowercased() == "source-summary" {
        for source in try declaredSources(of: id) { add(.cited, source) }
      }
    }
  }

  /// Texts that have a name of the concept, word for word.
  mutating func addMentions(of names: [String]) throws {
    let phrases = PhraseFinder(database: database, analyzer: analyzer)
    for name in names {
      guard let passages = try phrases.passages(with: name) else { continue }
      for passage in passages.sorted() {
        if let id = try Int64.fetchOne(
          database, sql: "SELECT document FROM passage WHERE id = ?", arguments: [passage])
        {
          add(.mentioned, id)
        }
      }
    }
  }

  private func document(_ path: String) throws -> Int64? {
    try Int64.fetchOne(database, sql: "SELECT id FROM document WHERE path = ?", arguments: [path])
  }

  private func declaredSources(of page: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      database,
      sql: """
        SELECT document.id FROM source JOIN document ON document.path = source.resolved
        WHERE source.document = ? ORDER BY source.position
        """, arguments: [page])
  }
}
