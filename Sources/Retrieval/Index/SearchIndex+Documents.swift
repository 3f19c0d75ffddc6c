package import Corpus
internal import GRDB

extension SearchIndex {
  private static let documentColumns =
    DocumentSummary.columns + ", document.size, document.modified, document.hash"

  /// Documents in the order of the bytes of their paths.
  ///
  /// - Parameters:
  ///   - path: Only documents that come after this one, which need not be there any more.
  ///   - limit: Number of documents at most, 1 and up.
  /// - Throws: `IndexError`.
  /// - Complexity: O(`limit` + log *n*) for *n* documents.
  public func documents(
    after path: String? = nil, limit: Int
  ) throws(IndexError) -> [IndexedDocument] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT \(Self.documentColumns) FROM document WHERE path > ? ORDER BY path LIMIT ?
          """, arguments: [path ?? "", limit]
      ).map(Self.document)
    }
  }

  /// The document with exactly this path.
  ///
  /// - Throws: `IndexError`.
  public func document(at path: String) throws(IndexError) -> IndexedDocument? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT \(Self.documentColumns) FROM document WHERE path = ?",
        arguments: [path]
      ).map(Self.document)
    }
  }

  /// The hash of every document by its path. Two equal answers mean that no document was added, changed
  /// or removed in between.
  ///
  /// - Throws: `IndexError`.
  package func hashes() throws(IndexError) -> [PathKey: String] {
    try read { database in
      var hashes: [PathKey: String] = [:]
      let rows = try Row.fetchCursor(database, sql: "SELECT path, hash FROM document")
      while let row = try rows.next() {
        hashes[PathKey(try row.decode(atIndex: 0))] = try row.decode(String.self, atIndex: 1)
      }
      return hashes
    }
  }

  /// Counts what has been written so far: it differs after every change of the documents.
  ///
  /// - Throws: `IndexError`.
  /// - Complexity: O(number of documents), without reading them.
  public func documentState() throws(IndexError) -> [Int64] {
    // A document that is written again gets a new id, and ids are never used twice.
    try read { database in
      try Row.fetchOne(database, sql: "SELECT count(*), ifnull(max(id), 0) FROM document")
        .map { [$0[0] as Int64, $0[1] as Int64] } ?? []
    }
  }

  /// Differs after every change that an answer can show: of documents, passages or vectors.
  ///
  /// - Throws: `IndexError`.
  /// - Complexity: O(number of documents), without reading them.
  public func answerState() throws(IndexError) -> [Int64] {
    let documents = try documentState()
    return try read { database in
      let content = try Meta.number(.content, in: database)
      return documents + [Int64(content), Int64(try Meta.number(.encodings, in: database))]
    }
  }

  private static func document(_ row: Row) throws -> IndexedDocument {
    let next = DocumentSummary.columnCount
    return IndexedDocument(
      document: try DocumentSummary(row: row, from: 0), size: try row.decode(atIndex: next),
      modified: try row.decode(atIndex: next + 1), hash: try row.decode(atIndex: next + 2))
  }
}
