internal import GRDB

/// Finds passages that have words in a row.
struct PhraseFinder {
  let database: Database
  let analyzer: Analyzer

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
