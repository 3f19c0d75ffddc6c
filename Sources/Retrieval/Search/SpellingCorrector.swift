internal import Encoder
internal import GRDB

/// Finds, for a word that the knowledge base does not have, the near one that it has most often.
struct SpellingCorrector {
  let database: Database
  let analyzer: Analyzer
  /// Its vocabulary tells words that the knowledge base happens not to use from misspelt ones.
  var encoder: (any SentenceEncoder)?

  /// So many different words are looked at; whoever asks with more unknown ones has not misspelt them.
  static let mostWords = 16

  /// The words of a question that no passage has, with what was probably meant. Of a question with many
  /// unknown words only the first `mostWords` are corrected.
  ///
  /// - Complexity: O(words + vocabulary × unknown words).
  func corrections(for text: String) throws -> [String: String] {
    var seen: Set<String> = []
    var unknown: [String] = []
    for term in analyzer.terms(of: text, for: .query) where term.role == .word {
      guard unknown.count < Self.mostWords else { break }
      guard seen.insert(term.word).inserted, try isUnknown(term) else { continue }
      unknown.append(term.word)
    }
    return try unknown.isEmpty ? [:] : nearest(to: unknown)
  }

  /// `text` with every corrected word replaced.
  static func corrected(
    _ text: String, by corrections: [String: String], analyzer: Analyzer
  ) -> String {
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
      database.cachedStatement(
        sql: """
          SELECT NOT EXISTS (SELECT 1 FROM vocabulary WHERE word = ?)
            AND NOT EXISTS (SELECT 1 FROM passage_terms WHERE passage_terms MATCH ?)
          """), arguments: [term.word, LexicalQuery.quoted(term.text)]) ?? false
  }

  /// For each word its nearest of the vocabulary: fewest edits first, then the most frequent, then the
  /// alphabet. The vocabulary is read once for all of them.
  private func nearest(to words: [String]) throws -> [String: String] {
    var searches = words.map(NearestWord.init)
    let shortest = searches.lazy.map(\.lengths.lowerBound).min() ?? 0
    let longest = searches.lazy.map(\.lengths.upperBound).max() ?? 0
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT word FROM vocabulary
        WHERE length(word) BETWEEN ? AND ? ORDER BY passages DESC, word
        """, arguments: [shortest, longest])
    while let row = try rows.next(), searches.contains(where: { !$0.isDone }) {
      let candidate: String = try row.decode(atIndex: 0)
      let letters = Array(candidate.unicodeScalars)
      for index in searches.indices { searches[index].consider(candidate, letters) }
    }
    return Dictionary(
      zip(words, searches).compactMap { word, search in search.best.map { (word, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}

/// The search for the word that is nearest to one; candidates come with the most frequent first.
private struct NearestWord {
  private let letters: [Unicode.Scalar]
  private let limit: Int
  private(set) var best: String?
  /// Edits that a better candidate may need at most.
  private var bound: Int

  init(_ word: String) {
    letters = Array(word.unicodeScalars)
    limit = letters.count >= 8 ? 2 : 1
    bound = limit
  }

  /// Lengths that a near word can have.
  var lengths: ClosedRange<Int> { (letters.count - limit)...(letters.count + limit) }

  /// Whether no candidate can be better than `best`.
  var isDone: Bool { bound < 1 }

  mutating func consider(_ candidate: String, _ other: [Unicode.Scalar]) {
    guard bound >= 1, abs(other.count - letters.count) <= bound else { return }
    // A second edit is only believed where the word begins the same way.
    let reach = other.first == letters.first ? bound : 1
    guard let edits = EditDistance.between(letters, other, atMost: reach) else { return }
    best = candidate
    bound = edits - 1
  }
}
