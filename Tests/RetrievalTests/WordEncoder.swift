import Encoder
import Foundation
import LinearAlgebra

/// An encoder without a model: every word has a direction of its own, a text is their sum. Texts with
/// the same words get the same vector, in every run.
struct WordEncoder: SentenceEncoder {
  var name = "words"
  var fingerprint = "f00d"
  var dimensions = 64
  var maximumTokens = 256

  /// Whether passages keep the signs of their tokens, and questions their tokens.
  var hasTokens = false

  func encode(_ texts: [String], as role: TextRole) throws(EncoderError) -> EncodedTexts {
    let rows = texts.map(vector)
    return EncodedTexts(
      vectors: Matrix(rows: rows.count, columns: dimensions, values: rows.flatMap(\.self)),
      tokens: texts.count, truncated: [],
      signs: hasTokens && role == .passage ? texts.map(signs) : [])
  }

  func encode(question: String) throws(EncoderError) -> EncodedQuestion {
    let words = hasTokens ? Self.words(question) : []
    return EncodedQuestion(
      vector: vector(question),
      tokens: Matrix(
        rows: words.count, columns: dimensions, values: words.flatMap { vector(String($0)) }),
      words: words.map(String.init))
  }

  private func signs(_ text: String) -> SignCodes {
    let words = Self.words(text)
    let values = words.flatMap { vector(String($0)) }
    return SignCodes(of: values.span, Block(rows: words.count, columns: dimensions))
  }

  private static func words(_ text: String) -> [Substring] {
    text.lowercased().split(whereSeparator: { !$0.isLetter })
  }

  private func vector(_ text: String) -> [Float] {
    var sum = [Float](repeating: 0, count: dimensions)
    for word in Self.words(text) {
      let seed = word.utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
        ($0 ^ UInt64($1)) &* 1_099_511_628_211
      }
      var generator = SeededGenerator(seed: seed)
      for index in sum.indices { sum[index] += Float.random(in: -1...1, using: &generator) }
    }
    let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? sum.map { $0 / length } : [1] + sum.dropFirst()
  }
}
