internal import Corpus
internal import GRDB

/// What one page leads to, as far as its statements need it.
struct PageSources {
  /// A link of the page, by its position.
  struct Target {
    var path: String
    var line: Int?
  }

  /// Documents that can support a statement: the raw layer, or all but the page where there is none.
  let raw: Set<Int64>
  /// Summaries of sources, the page aside.
  let summaries: Set<Int64>
  /// Documents that the page's front matter names; those that its summaries name, where it names summaries.
  let declared: Set<Int64>
  private let targets: [Int: Target]

  init(of id: Int64, page: DocumentSummary, in database: Database) throws {
    let collector = try {
      var collector = try SourceCollector(database: database, analyzer: Analyzer(), page: id)
      try collector.addDeclared(by: id)
      return collector
    }()
    raw = collector.candidates.subtracting([id])
    declared = Set(collector.evidence.keys)
    summaries = Set(
      try Int64.fetchAll(
        database, sql: "SELECT id FROM document WHERE lower(type) = 'source-summary' AND id <> ?",
        arguments: [id])
    ).subtracting(raw)
    var targets: [Int: Target] = [:]
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT position, target, fragment, resolved FROM link WHERE document = ?",
      arguments: [id])
    for row in rows {
      let fragment: String? = row[2]
      let link = Link(kind: .markdown, target: row[1], fragment: fragment, line: 1)
      guard let path: String = row[3] ?? row[1], !path.contains("\n") else { continue }
      targets[row[0]] = Target(path: path, line: link.targetLine)
    }
    self.targets = targets
  }

  /// The lines that the links at these positions lead to.
  func lines(of links: [Int]) -> [Target] {
    links.compactMap { targets[$0] }.filter { $0.line != nil }
  }
}
