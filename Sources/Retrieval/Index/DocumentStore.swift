internal import Corpus
internal import Digest
internal import Foundation
internal import GRDB

/// Writes and removes the rows of one document. The caller brings the transaction.
struct DocumentStore {
  let database: Database
  let analyzer: Analyzer

  /// Replaces whatever the index has of `parsed.document.path`.
  func replace(_ parsed: ParsedDocument, bytes: [UInt8], entry: FileEntry, now: Int64) throws {
    if let id = try Int64.fetchOne(
      database, sql: "SELECT id FROM document WHERE path = ?", arguments: [entry.path])
    {
      try remove(id)
    }
    let id = try insert(parsed.document, issues: parsed.issues, entry: entry, now: now)
    for passage in parsed.passages {
      try insert(passage, of: parsed.document, id: id, bytes: bytes)
    }
    try insertLinks(parsed, id: id)
    try insertAliases(parsed.document, id: id)
  }

  /// Removes a document with all that hangs on it.
  func remove(_ id: Int64) throws {
    let passages = try Row.fetchAll(
      database, sql: "SELECT id, text FROM passage WHERE document = ?", arguments: [id])
    let terms = try database.cachedStatement(sql: "DELETE FROM passage_terms WHERE rowid = ?")
    let word = try database.cachedStatement(
      sql: "UPDATE vocabulary SET passages = passages - ? WHERE word = ?")
    var counts: [String: Int] = [:]
    for row in passages {
      try terms.execute(arguments: [row[0] as Int64])
      for word in Self.words(of: analyzer.terms(of: try row.decode(atIndex: 1))) {
        counts[word, default: 0] += 1
      }
    }
    try RemovedPassages.note(document: id, in: database)
    for (text, count) in counts { try word.execute(arguments: [count, text]) }
    if !counts.isEmpty { try database.execute(sql: "DELETE FROM vocabulary WHERE passages <= 0") }
    try database.execute(sql: "DELETE FROM document WHERE id = ?", arguments: [id])
  }

  private func insert(
    _ document: Document, issues: [DocumentIssue], entry: FileEntry, now: Int64
  ) throws -> Int64 {
    let sql = """
      INSERT INTO document (path, layer, type, title, date, created, updated, tags, aliases, url,
        language, sources, issues, size, hash, modified, changed, indexed)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    let problems = issues.map { issue in
      "\(issue.kind.rawValue)\t\(issue.line.map(String.init) ?? "")\t\(issue.message)"
    }
    try database.cachedStatement(sql: sql).execute(arguments: [
      document.path, document.layer, document.type, document.title,
      document.date?.description, document.created?.description, document.updated?.description,
      JSONText.encode(document.tags), JSONText.encode(document.aliases), document.url,
      document.language, JSONText.encode(document.sources), JSONText.encode(problems),
      entry.size, document.hash, entry.modified, entry.changed, now,
    ])
    return database.lastInsertedRowID
  }

  private func insert(
    _ passage: Passage, of document: Document, id: Int64, bytes: [UInt8]
  ) throws {
    let text = EmbeddingText.text(
      title: document.title, headings: passage.headings, body: passage.plainText)
    let digest = SHA256Digest(of: Array(bytes[passage.bytes]))
    let sql = """
      INSERT INTO passage (document, ordinal, headings, first_line, last_line, first_byte, end_byte,
        partial, start, digest, text, vector_key)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    try database.cachedStatement(sql: sql).execute(arguments: [
      id, passage.ordinal, JSONText.encode(passage.headings), passage.lines.lowerBound,
      passage.lines.upperBound, passage.bytes.lowerBound, passage.bytes.upperBound,
      passage.isPartial, passage.start, Data(digest.bytes), passage.plainText,
      Data(EmbeddingText.key(of: text)),
    ])
    try insertTerms(of: passage, document: document, id: id, rowID: database.lastInsertedRowID)
  }

  private func insertTerms(
    of passage: Passage, document: Document, id: Int64, rowID: Int64
  ) throws {
    let names = [document.title] + document.aliases
    let body = analyzer.terms(of: passage.plainText)
    let title = names.flatMap { analyzer.terms(of: $0) }
    let heading = passage.headings.flatMap { analyzer.terms(of: $0) }
    try database.cachedStatement(
      sql: "INSERT INTO passage_terms (rowid, title, heading, body) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [rowID, joined(title), joined(heading), joined(body)])
    try database.cachedStatement(
      sql: """
        INSERT INTO passage_statistics (passage, document, ordinal, navigational)
        VALUES (?, ?, ?, ?)
        """
    ).execute(arguments: [
      rowID, id, passage.ordinal,
      NavigationalText.isNavigational(document, headings: passage.headings),
    ])
    let word = try database.cachedStatement(
      sql: """
        INSERT INTO vocabulary (word, passages) VALUES (?, 1)
        ON CONFLICT (word) DO UPDATE SET passages = passages + 1
        """)
    for text in Self.words(of: body) { try word.execute(arguments: [text]) }
  }

  private func joined(_ terms: [Term]) -> String {
    terms.lazy.map(\.text).joined(separator: " ")
  }

  /// The words of a passage that can be misspelt: letters only, of some length.
  private static func words(of terms: [Term]) -> Set<String> {
    var words: Set<String> = []
    for term in terms where term.role == .word && (3...32).contains(term.word.utf8.count) {
      if term.word.unicodeScalars.allSatisfy(\.properties.isAlphabetic) { words.insert(term.word) }
    }
    return words
  }

  private func insertLinks(_ parsed: ParsedDocument, id: Int64) throws {
    let link = try database.cachedStatement(
      sql: """
        INSERT INTO link (document, position, kind, target, fragment, shown, line)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for (position, item) in parsed.links.enumerated() {
      try link.execute(arguments: [
        id, position, item.kind.rawValue, item.target, item.fragment, item.shownText, item.line,
      ])
    }
    let source = try database.cachedStatement(
      sql: "INSERT INTO source (document, position, reference) VALUES (?, ?, ?)")
    for (position, reference) in parsed.document.sources.enumerated() {
      try source.execute(arguments: [id, position, reference])
    }
  }

  private func insertAliases(_ document: Document, id: Int64) throws {
    let names =
      [(document.title, AliasOrigin.title), (document.fileName, .file)]
      + document.aliases.map { ($0, AliasOrigin.declared) }
    let alias = try database.cachedStatement(sql: AliasOrigin.insertion)
    for (name, origin) in names {
      let folded = AliasOrigin.fold(name)
      guard !folded.isEmpty else { continue }
      try alias.execute(arguments: [
        folded, id, name, origin.rawValue, AliasOrigin.words(name, analyzer: analyzer),
      ])
    }
  }
}
