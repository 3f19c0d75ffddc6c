internal import Corpus
internal import GRDB

/// Resolves all links and `sources:` of an index anew, and collects the names that links show.
///
/// A new or vanished file can change what any link means, so this runs over all of them after every
/// refresh that changed something; only rows whose answer differs are written.
struct ReferenceResolution {
  let database: Database
  private let analyzer = Analyzer()

  init(database: Database) {
    self.database = database
  }

  func run() throws {
    let documents = try Row.fetchAll(
      database, sql: "SELECT path, title, aliases, url FROM document"
    )
    .map { row in
      NamedPage(
        path: row[0], title: row[1], aliases: JSONText.decode(row[2] as String), url: row[3])
    }
    try resolveLinks(PageNames(documents))
    try resolveSources(SourceReferenceResolver(documents))
    try collectShownNames()
  }

  private func resolveLinks(_ resolver: PageNames) throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT link.document, position, kind, target, fragment, shown, line, resolution, resolved,
          path
        FROM link JOIN document ON document.id = link.document
        """)
    let update = try database.cachedStatement(
      sql: "UPDATE link SET resolution = ?, resolved = ? WHERE document = ? AND position = ?")
    for row in rows {
      let link = Link(
        kind: Link.Kind(rawValue: row[2] as String) ?? .markdown, target: row[3], fragment: row[4],
        shownText: row[5], line: row[6])
      let (name, path) = Self.columns(resolver.resolve(link, from: row[9]))
      if name != row[7] as String? || path != row[8] as String? {
        try update.execute(arguments: [name, path, row[0] as Int64, row[1] as Int])
      }
    }
  }

  private func resolveSources(_ resolver: SourceReferenceResolver) throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT source.document, position, reference, resolution, resolved, path
        FROM source JOIN document ON document.id = source.document
        """)
    let update = try database.cachedStatement(
      sql: "UPDATE source SET resolution = ?, resolved = ? WHERE document = ? AND position = ?")
    for row in rows {
      let (name, path) = Self.columns(resolver.resolve(row[2] as String, from: row[5]))
      if name != row[3] as String? || path != row[4] as String? {
        try update.execute(arguments: [name, path, row[0] as Int64, row[1] as Int])
      }
    }
  }

  /// A name and, where there is just one, a path; several candidates stand one a line.
  private static func columns(_ resolution: Resolution) -> (String, String?) {
    switch resolution {
    case .resolved(let path, let rule): (rule.rawValue, path)
    case .ambiguous(let paths): ("ambiguous", paths.joined(separator: "\n"))
    case .external: ("external", nil)
    case .unresolved: ("unresolved", nil)
    }
  }

  private func collectShownNames() throws {
    try database.execute(
      sql: "DELETE FROM alias WHERE origin = ?", arguments: [AliasOrigin.shown.rawValue])
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT DISTINCT link.shown, document.id FROM link
        JOIN document ON document.path = link.resolved
        WHERE link.kind = 'wikilink' AND link.shown IS NOT NULL AND link.fragment IS NULL
        """)
    let alias = try database.cachedStatement(sql: AliasOrigin.insertion)
    while let row = try rows.next() {
      let name = row[0] as String
      let folded = AliasOrigin.fold(name)
      // A whole clause is a remark about a page, not a name of it.
      guard !folded.isEmpty, folded.split(separator: " ").count <= 6 else { continue }
      try alias.execute(arguments: [
        folded, row[1] as Int64, name, AliasOrigin.shown.rawValue,
        AliasOrigin.words(name, analyzer: analyzer),
      ])
    }
  }
}
