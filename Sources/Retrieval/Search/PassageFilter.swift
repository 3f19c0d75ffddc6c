internal import Corpus
internal import GRDB

/// Which passages may answer a question: those of the right documents, with every phrase, without any
/// excluded word.
struct PassageFilter {
  let database: Database
  let analyzer: Analyzer

  /// The ids that are allowed; `nil` where all are.
  func allowed(for query: Query, filter: SearchFilter) throws -> Set<Int64>? {
    var allowed = try passages(of: filter)
    for phrase in query.phrases {
      guard let matches = try passages(with: phrase) else { continue }
      allowed = allowed.map { $0.intersection(matches) } ?? matches
    }
    var excluded: Set<Int64> = []
    for phrase in query.excluded {
      if let matches = try passages(with: phrase) { excluded.formUnion(matches) }
    }
    if excluded.isEmpty { return allowed }
    return try (allowed ?? everything()).subtracting(excluded)
  }

  private func everything() throws -> Set<Int64> {
    try Set(Int64.fetchAll(database, sql: "SELECT id FROM passage"))
  }

  private func passages(of filter: SearchFilter) throws -> Set<Int64>? {
    if filter.isEmpty { return nil }
    let test = DocumentTest(filter)
    var documents: Set<Int64> = []
    let rows = try Row.fetchCursor(
      database, sql: "SELECT id, layer, type, tags, path, date FROM document")
    while let row = try rows.next() {
      if test.fits(try Self.subject(row)) { documents.insert(try row.decode(atIndex: 0)) }
    }
    var allowed: Set<Int64> = []
    let passages = try Row.fetchCursor(database, sql: "SELECT id, document FROM passage")
    while let row = try passages.next() {
      if try documents.contains(row.decode(atIndex: 1)) {
        allowed.insert(try row.decode(atIndex: 0))
      }
    }
    return allowed
  }

  private static func subject(_ row: Row) throws -> DocumentTest.Subject {
    DocumentTest.Subject(
      layer: try row.decode(atIndex: 1), type: try row.decode(atIndex: 2),
      tags: JSONText.decode(try row.decode(atIndex: 3)), path: try row.decode(atIndex: 4),
      date: CalendarDate(iso: try row.decode(atIndex: 5)))
  }

  /// The passages that have the words of a phrase in a row, in their text, headings or title. Inflected
  /// forms fit a single word, and a phrase only as written. `nil` where the phrase has no word.
  func passages(with phrase: String) throws -> Set<Int64>? {
    let terms = analyzer.terms(of: phrase, for: .query)
    guard !terms.isEmpty else { return nil }
    let expression = terms.map { LexicalQuery.quoted($0.text, isPrefix: $0.role == .character) }
      .joined(separator: " AND ")
    let words = Self.words(of: terms)
    let candidates = try Row.fetchAll(
      database,
      sql: """
        SELECT passage.id, passage.text, passage.headings, document.title, document.aliases
        FROM passage_terms JOIN passage ON passage.id = passage_terms.rowid
        JOIN document ON document.id = passage.document
        WHERE passage_terms MATCH ?
        """, arguments: [expression])
    if terms.count == 1 { return Set(try candidates.map { try $0.decode(atIndex: 0) }) }
    var result: Set<Int64> = []
    for row in candidates {
      let texts: [String] = try [1, 3].map { try row.decode(atIndex: $0) }
      let names: [String] = try [2, 4].flatMap { JSONText.decode(try row.decode(atIndex: $0)) }
      if (texts + names).contains(where: { contains(words, in: $0) }) {
        result.insert(try row.decode(atIndex: 0))
      }
    }
    return result
  }

  private func contains(_ words: [String], in text: String) -> Bool {
    let all = Self.words(of: analyzer.terms(of: text, for: .query))
    guard all.count >= words.count else { return false }
    return (0...(all.count - words.count)).contains { start in
      zip(words, all[start...]).allSatisfy(==)
    }
  }

  private static func words(of terms: [Term]) -> [String] {
    terms.filter { $0.role != .compound && $0.role != .bare }.map(\.word)
  }
}
