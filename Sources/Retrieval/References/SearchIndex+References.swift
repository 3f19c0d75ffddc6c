internal import Corpus
internal import GRDB

extension SearchIndex {
  /// What the document at `path` refers to, and what refers to it.
  ///
  /// - Returns: `nil` where there is no such document.
  /// - Throws: `IndexError`.
  /// - Complexity: O(number of references × log *n*).
  public func references(of path: String) throws(IndexError) -> DocumentReferences? {
    try read { database in
      try Int64.fetchOne(
        database, sql: "SELECT id FROM document WHERE path = ?", arguments: [path]
      ).map { try ReferenceReader(database: database, document: $0, path: path).read() }
    }
  }
}

/// Reads the references of one document from one state of the index.
private struct ReferenceReader {
  let database: Database
  let document: Int64
  let path: String

  func read() throws -> DocumentReferences {
    DocumentReferences(
      links: try links(), sources: try sources(), usedBy: try others("source"),
      linkedFrom: try others("link"))
  }

  private func links() throws -> [DocumentReferences.ResolvedLink] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT kind, target, resolution, resolved FROM link WHERE document = ? ORDER BY position
        """, arguments: [document]
    ).map { row in
      let resolution: String? = try row.decode(atIndex: 2)
      return DocumentReferences.ResolvedLink(
        kind: Link.Kind(rawValue: try row.decode(atIndex: 0)) ?? .markdown,
        target: try row.decode(atIndex: 1),
        path: Self.isFound(resolution) ? try row.decode(atIndex: 3) : nil,
        isExternal: resolution == "external")
    }
  }

  private func sources() throws -> [DocumentReferences.DeclaredSource] {
    let found = try Row.fetchAll(
      database,
      sql: """
        SELECT \(DocumentSummary.columns) FROM document
        WHERE path IN (SELECT resolved FROM source WHERE document = ?)
        """, arguments: [document]
    ).map { try DocumentSummary(row: $0, from: 0) }
    let byPath = Dictionary(
      found.map { (PathKey($0.path), $0) }, uniquingKeysWith: { first, _ in first })
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT reference, resolution, resolved FROM source WHERE document = ? ORDER BY position
        """, arguments: [document])
    return try rows.map { row in
      let resolution: String? = try row.decode(atIndex: 1)
      let resolved: String? = try row.decode(atIndex: 2)
      let isFound = Self.isFound(resolution)
      return DocumentReferences.DeclaredSource(
        reference: try row.decode(atIndex: 0),
        document: isFound ? resolved.flatMap { byPath[PathKey($0)] } : nil,
        isExternal: resolution == "external",
        candidates: isFound
          ? [] : resolved?.split(separator: "\n").map(String.init) ?? [])
    }
  }

  private static func isFound(_ resolution: String?) -> Bool {
    resolution != nil && !["ambiguous", "external", "unresolved"].contains(resolution)
  }

  /// Documents with a row of `table` that leads here.
  private func others(_ table: String) throws -> [DocumentSummary] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT \(DocumentSummary.columns) FROM document
        WHERE id IN (SELECT document FROM \(table) WHERE resolved = ?) AND id <> ? ORDER BY path
        """, arguments: [path, document]
    ).map { try DocumentSummary(row: $0, from: 0) }
  }
}
