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
        path: try row.decode(atIndex: 0), title: try row.decode(atIndex: 1),
        aliases: JSONText.decode(try row.decode(atIndex: 2)), url: try row.decode(atIndex: 3))
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
        kind: Link.Kind(rawValue: try row.decode(atIndex: 2)) ?? .markdown,
        target: try row.decode(atIndex: 3), fragment: try row.decode(atIndex: 4),
        shownText: try row.decode(atIndex: 5), line: try row.decode(atIndex: 6))
      let (name, path) = Self.columns(resolver.resolve(link, from: try row.decode(atIndex: 9)))
      if try Self.differ(name, row.decode(atIndex: 7)) || Self.differ(path, row.decode(atIndex: 8))
      {
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
      let reference: String = try row.decode(atIndex: 2)
      let resolution = resolver.resolve(reference, from: try row.decode(atIndex: 5))
      let (name, path) = Self.columns(resolution)
      if try Self.differ(name, row.decode(atIndex: 3)) || Self.differ(path, row.decode(atIndex: 4))
      {
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

  private static func differ(_ left: String?, _ right: String?) -> Bool {
    left.map { PathKey($0) } != right.map { PathKey($0) }
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
      let name: String = try row.decode(atIndex: 0)
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
