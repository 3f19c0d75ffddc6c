internal import Foundation

/// The lexical leg: BM25 over the stored terms (Robertson and Zaragoza, "The Probabilistic Relevance
/// Framework: BM25 and Beyond", 2009), with the fields weighted inside the term frequency (their
/// section 3.6, BM25F, with one length for all fields).
///
/// FTS5's own `bm25` has k1 and b built in, so the postings are scored here, every passage exactly.
struct LexicalSearcher {
  /// The free parameters; chosen on judged questions, see `docs/decisions.md`.
  struct Parameters: Sendable, Hashable {
    /// How fast further occurrences of a term stop counting, 0 and up.
    var k1 = 1.2
    /// How much a passage's length counts, 0 ... 1.
    var b = 0.75
    /// Weight of an occurrence by the column that it stands in.
    var title = 0.3
    var heading = 0.5
    var body = 1.0
  }

  /// A passage that has a term of the question.
  struct Match: Sendable, Hashable {
    var passage: Int64
    var score = 0.0
    /// Share of the question's terms that it has, each weighted by its rarity, 0 ... 1.
    var coverage = 0.0
  }

  /// The scores of all passages for a question with its function words.
  struct AllWords: Sendable {
    fileprivate let terms: TermIndex
    fileprivate let scores: [Double]

    /// 0 for a passage that has none of the words. Complexity: O(log passages).
    func score(of passage: Int64) -> Double {
      terms.ordinal(of: passage).map { scores[$0] } ?? 0
    }
  }

  /// What the leg found.
  struct Result: Sendable {
    /// In the order of ids.
    var hits: [Match] = []
    /// Number of passages that have each term in their text. Titles and headings, which all passages of
    /// a document share, say nothing about how rare a term is.
    var frequencies: [LexicalQuery.Element: Int] = [:]
    /// What passages score with the question's function words.
    var allWords: AllWords
  }

  let terms: TermIndex
  var parameters = Parameters()

  /// Complexity: O(postings of the question's terms + passages).
  func search(_ query: LexicalQuery) -> Result {
    var scores = [Double](repeating: 0, count: terms.ordinals)
    var coverage = scores
    var total = 0.0
    var frequencies: [LexicalQuery.Element: Int] = [:]
    for element in query.elements {
      let frequency = terms.frequency(of: element)
      frequencies[element] = frequency
      let rarity = idf(frequency)
      total += rarity
      add(element, rarity: rarity, to: &scores, coverage: &coverage)
    }
    var hits: [Match] = []
    for ordinal in scores.indices where scores[ordinal] > 0 {
      hits.append(
        Match(
          passage: terms.passage(ordinal), score: scores[ordinal],
          coverage: coverage[ordinal] / total))
    }
    for element in query.functionWords {
      add(element, rarity: idf(terms.frequency(of: element)), to: &scores, coverage: &coverage)
    }
    return Result(
      hits: hits, frequencies: frequencies, allWords: AllWords(terms: terms, scores: scores))
  }

  /// Adds what a term scores to each passage that has it, and its rarity to the passage's coverage.
  private func add(
    _ element: LexicalQuery.Element, rarity: Double, to scores: inout [Double],
    coverage: inout [Double]
  ) {
    let average = terms.average
    let (k1, b) = (parameters.k1, parameters.b)
    let weight = rarity * Double(element.count)
    terms.forEach(element) { ordinal, counts, length in
      let occurrences = self.weighted(counts)
      let norm = k1 * (1 - b + b * (Double(length) / average))
      scores[ordinal] += weight * (occurrences * (k1 + 1) / (occurrences + norm))
      coverage[ordinal] += rarity
    }
  }

  /// The occurrences of a term, each by the weight of its column.
  @inline(__always)
  private func weighted(_ counts: FieldCounts) -> Double {
    parameters.title * Double(counts.title) + parameters.heading * Double(counts.heading)
      + parameters.body * Double(counts.body)
  }

  /// How rare a term is: the form of Robertson and Sparck Jones's weight that is never negative.
  func idf(_ frequency: Int) -> Double {
    let n = Double(frequency)
    return log(1 + (Double(max(terms.count, frequency)) - n + 0.5) / (n + 0.5))
  }

  /// How rare a term is that may not stand in the question as such.
  func rarity(of term: Term) -> Double {
    rarity(of: LexicalQuery.Element(term: term.text, isPrefix: term.role == .character))
  }

  /// How rare a term of the question is.
  func rarity(of element: LexicalQuery.Element) -> Double {
    idf(terms.frequency(of: element))
  }
}
