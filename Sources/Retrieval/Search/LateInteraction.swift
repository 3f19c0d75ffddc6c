internal import Encoder
internal import LinearAlgebra
internal import VectorIndex

/// Compares a question with passages token by token: every token of the question takes the token of the
/// passage that is most like it, and the passage's score is the weighted mean of these similarities
/// (MaxSim; Khattab and Zaharia 2020, "ColBERT: Efficient and Effective Passage Search via
/// Contextualized Late Interaction over BERT").
///
/// The encoder was not trained for this, yet its tokens carry enough: see `docs/ranking.md`. Passages keep
/// only the signs of their tokens' numbers, questions keep the numbers.
struct LateInteraction {
  let vectors: PassageVectors
  /// Unit vectors of the question's tokens that count, and how much each does; the weights sum to 1.
  private let tokens: Matrix
  private let weights: [Float]
  /// How rare the word of each token is.
  let rarities: [Double]

  /// A passage beside the question.
  struct Comparison: Sendable {
    /// The weighted mean of `tokens`.
    var score: Double
    /// For each token of the question the similarity to the passage's nearest one.
    var tokens: [Float]
  }

  /// - Parameter rarity: How rare a word is in the knowledge base, from 0; `nil` for words that only carry
  ///   a question.
  /// - Returns: `nil` where the encoder gives no vectors of tokens.
  init?(
    _ question: EncodedQuestion, vectors: PassageVectors, rarity: (String) throws -> Double?
  ) rethrows {
    guard question.tokens.rows > 0 else { return nil }
    self.vectors = vectors
    var pieces: [String: Int] = [:]
    for word in question.words { pieces[word, default: 0] += 1 }
    var known: [String: Double] = [:]
    for word in pieces.keys.sorted() { known[word] = try rarity(word) }
    let counting = question.words.indices.filter { known[question.words[$0]] != nil }
    let kept = counting.isEmpty ? Array(question.words.indices) : counting
    // A rare word counts more than a frequent one, and a word of many pieces not as often as it has
    // pieces.
    let raw = kept.map { row -> Float in
      let word = question.words[row]
      return Float(known[word] ?? 1) / Float(pieces[word] ?? 1).squareRoot()
    }
    let sum = raw.reduce(0, +)
    weights = raw.map { sum > 0 ? $0 / sum : 1 / Float(kept.count) }
    rarities = kept.map { known[question.words[$0]] ?? 0 }
    tokens = Matrix(
      rows: kept.count, columns: question.tokens.columns,
      values: kept.flatMap { question.tokens[row: $0] })
  }

  /// Compares the question with each passage; `nil` where the index has no tokens of it.
  ///
  /// - Complexity: O(tokens of the passages × tokens of the question × dimensions).
  func compare(with passages: [Int64]) throws -> [Comparison?] {
    let (places, similarities) = try vectors.largestSimilarities(of: passages, to: tokens)
    var result = [Comparison?](repeating: nil, count: passages.count)
    for (row, place) in places.enumerated() {
      let values = Array(similarities[row: row])
      let score = zip(values, weights).reduce(Float(0)) { $0 + $1.0 * $1.1 }
      result[place] = Comparison(score: Double(score), tokens: values)
    }
    return result
  }
}
