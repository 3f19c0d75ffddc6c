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

  func encode(_ texts: [String], as role: TextRole) throws(EncoderError) -> EncodedTexts {
    let rows = texts.map(vector)
    return EncodedTexts(
      vectors: Matrix(rows: rows.count, columns: dimensions, values: rows.flatMap(\.self)),
      tokens: texts.count, truncated: [])
  }

  private func vector(_ text: String) -> [Float] {
    var sum = [Float](repeating: 0, count: dimensions)
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
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
