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
      if test.fits(Self.subject(row)) { documents.insert(row[0]) }
    }
    var allowed: Set<Int64> = []
    let passages = try Row.fetchCursor(database, sql: "SELECT id, document FROM passage")
    while let row = try passages.next() {
      if documents.contains(row[1]) { allowed.insert(row[0]) }
    }
    return allowed
  }

  private static func subject(_ row: Row) -> DocumentTest.Subject {
    DocumentTest.Subject(
      layer: row[1], type: row[2], tags: JSONText.decode(row[3] as String), path: row[4],
      date: CalendarDate(iso: row[5] as String?))
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
    if terms.count == 1 { return Set(candidates.map { $0[0] }) }
    var result: Set<Int64> = []
    for row in candidates {
      let names = JSONText.decode(row[2] as String) + JSONText.decode(row[4] as String)
      let places = [row[1] as String, row[3] as String] + names
      if places.contains(where: { contains(words, in: $0) }) { result.insert(row[0]) }
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
