internal import Encoder
internal import GRDB

/// Finds, for a word that the knowledge base does not have, the near one that it has most often.
struct SpellingCorrector {
  let database: Database
  let analyzer: Analyzer
  /// Its vocabulary tells words that the knowledge base happens not to use from misspelt ones.
  var encoder: (any SentenceEncoder)?

  /// The words of a question that no passage has, with what was probably meant.
  func corrections(for text: String) throws -> [String: String] {
    var corrections: [String: String] = [:]
    for term in analyzer.terms(of: text, for: .query) where term.role == .word {
      guard corrections[term.word] == nil, try isUnknown(term) else { continue }
      corrections[term.word] = try nearest(to: term.word)
    }
    return corrections
  }

  /// `text` with every corrected word replaced.
  func corrected(_ text: String, by corrections: [String: String]) -> String {
    guard !corrections.isEmpty else { return text }
    var scalars = Array(text.unicodeScalars)
    for term in analyzer.terms(of: text, for: .query).reversed() where term.role == .word {
      guard let word = corrections[term.word] else { continue }
      scalars.replaceSubrange(term.range, with: word.unicodeScalars)
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Only words of letters can be misspelt; short ones have too many neighbours.
  private func isUnknown(_ term: Term) throws -> Bool {
    let length = term.word.unicodeScalars.count
    guard (4...24).contains(length), !FunctionWords.contains(term.word),
      term.word.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
    else { return false }
    if encoder?.knows(term.word) == true { return false }
    return try Bool.fetchOne(
      database,
      sql: """
        SELECT NOT EXISTS (SELECT 1 FROM vocabulary WHERE word = ?)
          AND NOT EXISTS (SELECT 1 FROM passage_terms WHERE passage_terms MATCH ?)
        """, arguments: [term.word, LexicalQuery.quoted(term.text)]) ?? false
  }

  /// Fewest edits first, then the most frequent word, then the alphabet. Complexity: O(vocabulary).
  private func nearest(to word: String) throws -> String? {
    let letters = Array(word.unicodeScalars)
    let limit = letters.count >= 8 ? 2 : 1
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT word, passages FROM vocabulary
        WHERE length(word) BETWEEN ? AND ? ORDER BY passages DESC, word
        """, arguments: [letters.count - limit, letters.count + limit])
    var best: (word: String, edits: Int)?
    while let row = try rows.next() {
      let candidate: String = try row.decode(atIndex: 0)
      let bound = best.map { $0.edits - 1 } ?? limit
      if bound < 1 { break }
      let other = Array(candidate.unicodeScalars)
      // A second edit is only believed where the word begins the same way.
      guard bound == 1 || other.first == letters.first || best == nil else { continue }
      if let edits = EditDistance.between(letters, other, atMost: bound),
        edits == 1 || other.first == letters.first
      {
        best = (candidate, edits)
      }
    }
    return best?.word
  }
}
