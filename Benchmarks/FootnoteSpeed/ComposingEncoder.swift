import Encoder
import Foundation
import LinearAlgebra
import Synchronization

/// Vectors of generated passages from those of their sentences, so that an index of a million passages is
/// made in minutes rather than hours.
///
/// A passage that consists of known sentences alone gets the mean of their vectors, made a unit vector
/// again, and the tokens of all of them: near what the encoder makes of it, with the structure of real
/// text. Every other text, the judged documents among them, goes through the encoder as usual. Vectors and
/// fingerprint are those of the encoder, so that questions are encoded by it.
final class ComposingEncoder: SentenceEncoder {
  private let encoder: any SentenceEncoder
  private let sentences: KnownSentences
  private let vectors: Matrix
  private let signs: [SignCodes]
  private let counts = Mutex((composed: 0, encoded: 0))

  var name: String { encoder.name }
  var fingerprint: String { encoder.fingerprint }
  var dimensions: Int { encoder.dimensions }
  var maximumTokens: Int { encoder.maximumTokens }

  /// Passages that were composed, and texts that were encoded.
  var report: (composed: Int, encoded: Int) { counts.withLock { $0 } }

  /// Encodes the sentences.
  init(_ encoder: any SentenceEncoder, sentences: [String]) throws {
    self.encoder = encoder
    self.sentences = KnownSentences(sentences)
    let encoded = try encoder.encode(sentences, as: .passage)
    vectors = encoded.vectors
    signs = encoded.signs
  }

  func encode(_ texts: [String], as role: TextRole) throws(EncoderError) -> EncodedTexts {
    guard role == .passage else { return try encoder.encode(texts, as: role) }
    var rows = [[Float]](repeating: [], count: texts.count)
    var codes = [SignCodes?](repeating: nil, count: texts.count)
    var others: [Int] = []
    for (place, text) in texts.enumerated() {
      guard let parts = sentences.parts(of: text) else {
        others.append(place)
        continue
      }
      rows[place] = mean(of: parts)
      codes[place] = signs(of: parts)
    }
    let rest = try encoder.encode(others.map { texts[$0] }, as: .passage)
    for (row, place) in others.enumerated() {
      rows[place] = Array(rest.vectors[row: row])
      codes[place] = rest.signs.isEmpty ? nil : rest.signs[row]
    }
    counts.withLock {
      $0.composed += texts.count - others.count
      $0.encoded += others.count
    }
    return EncodedTexts(
      vectors: Matrix(rows: texts.count, columns: dimensions, values: rows.flatMap(\.self)),
      tokens: rest.tokens, truncated: rest.truncated.map { others[$0] },
      signs: signs.isEmpty ? [] : codes.compactMap(\.self))
  }

  func encode(question: String) throws(EncoderError) -> EncodedQuestion {
    try encoder.encode(question: question)
  }

  private func mean(of parts: [Int]) -> [Float] {
    var sum = [Float](repeating: 0, count: dimensions)
    for part in parts {
      for (column, value) in vectors[row: part].enumerated() { sum[column] += value }
    }
    let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? sum.map { $0 / length } : sum
  }

  private func signs(of parts: [Int]) -> SignCodes? {
    if signs.isEmpty { return nil }
    return SignCodes(
      rows: parts.reduce(0) { $0 + signs[$1].rows }, columns: dimensions,
      bytes: parts.flatMap { signs[$0].bytes })
  }
}
