internal import Encoder
internal import Foundation
internal import GRDB
internal import LinearAlgebra

/// Compares a question with passages token by token: every token of the question takes the token of the
/// passage that is most like it, and the passage's score is the weighted mean of these similarities
/// (MaxSim; Khattab and Zaharia 2020, "ColBERT: Efficient and Effective Passage Search via
/// Contextualized Late Interaction over BERT").
///
/// The encoder was not trained for this, yet its tokens carry enough: see `docs/ranking.md`. Passages keep
/// only the signs of their tokens' numbers, questions keep the numbers.
struct LateInteraction {
  let database: Database
  let model: IndexedModel
  /// Unit vectors of the question's tokens that count, and how much each does; the weights sum to 1.
  private let tokens: Matrix
  private let weights: [Float]

  /// - Parameter rarity: How rare a word is in the knowledge base, from 0; `nil` for words that only carry
  ///   a question.
  /// - Returns: `nil` where the encoder gives no vectors of tokens.
  init?(
    _ question: EncodedQuestion, model: IndexedModel, database: Database,
    rarity: (String) throws -> Double?
  ) rethrows {
    guard question.tokens.rows > 0 else { return nil }
    self.database = database
    self.model = model
    var pieces: [String: Int] = [:]
    for word in question.words { pieces[word, default: 0] += 1 }
    var known: [String: Float?] = [:]
    var kept: [(row: Int, weight: Float)] = []
    for (row, word) in question.words.enumerated() {
      let value: Float?
      if let cached = known[word] {
        value = cached
      } else {
        value = try rarity(word).map(Float.init)
        known[word] = value
      }
      // A rare word counts more than a frequent one, and a word of many pieces not as often as it has
      // pieces.
      if let value { kept.append((row, value / Float(pieces[word] ?? 1).squareRoot())) }
    }
    let total = kept.reduce(0) { $0 + $1.weight }
    if kept.isEmpty || total <= 0 {
      kept = question.words.indices.map { ($0, 1) }
    }
    let sum = kept.reduce(0) { $0 + $1.weight }
    weights = kept.map { $0.weight / sum }
    tokens = Matrix(
      rows: kept.count, columns: question.tokens.columns,
      values: kept.flatMap { question.tokens[row: $0.row] })
  }

  /// The score of each passage; `nil` where the index has no tokens of it.
  ///
  /// - Complexity: O(tokens of the passages × tokens of the question × dimensions).
  func scores(of passages: [Int64]) throws -> [Double?] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT vector.tokens FROM passage
        JOIN vector ON vector.model = ? AND vector.key = passage.vector_key WHERE passage.id = ?
        """)
    let width = SignCodes.bytesPerRow(tokens.columns)
    var places: [Int] = []
    var codes: [SignCodes] = []
    for (place, passage) in passages.enumerated() {
      guard let row = try Row.fetchOne(statement, arguments: [model.fingerprint, passage]),
        let bytes = (row[0] as Data?).map(Array.init), !bytes.isEmpty, bytes.count % width == 0
      else { continue }
      places.append(place)
      codes.append(
        SignCodes(rows: bytes.count / width, columns: tokens.columns, bytes: bytes))
    }
    let similarities = SignCodes.largestSimilarities(codes, to: tokens)
    var scores = [Double?](repeating: nil, count: passages.count)
    for (row, place) in places.enumerated() {
      scores[place] = Double(zip(similarities[row: row], weights).reduce(0) { $0 + $1.0 * $1.1 })
    }
    return scores
  }
}
