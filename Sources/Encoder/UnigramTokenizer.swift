internal import Foundation
internal import LinearAlgebra

/// Cuts texts into the pieces of a unigram vocabulary, exactly as SentencePiece does (Kudo and Richardson
/// 2018): replace characters, make one `▁` of all white space between words and before the first, then take
/// the pieces whose probabilities have the largest product.
///
///     var pass = tokenizer.makePass()
///     pass.tokenize("Hello world", limit: 512).ids  // [0, 35378, 8999, 2]
///
/// A text that spells out a special token, such as `</s>`, gets the pieces of its characters.
package struct UnigramTokenizer: Tokenizer {
  let tables: UnigramTables
  /// Whether the byte, between two other ASCII characters, stays as it is.
  let isPlain: [Bool]

  package init(tables: UnigramTables) {
    self.tables = tables
    isPlain = tables.rules.withSpan { units in
      (UInt8(0)...255).map { byte in
        guard byte > 0x20, byte < 0x7f else { return false }
        guard let unit = units.child(of: units.root, byte) else { return true }
        return unit.value < 0
          && (UInt8(0)...0x7f).allSatisfy { units.child(of: unit, $0) == nil }
      }
    }
  }

  /// The tokenizer of a folder with a unigram vocabulary, whatever file it is in.
  ///
  /// - Parameter environment: Variables, by name: where tables are kept.
  /// - Throws: `unsupported` where the folder's vocabulary is of another kind, else what
  ///   `BERTEncoder.init` throws.
  package init(
    directory: ModelDirectory,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(EncoderError) {
    let limit = try directory.configuration().vocabulary
    let opened = try directory.openVocabulary(
      weights: try directory.openWeights(), limit: limit, environment: environment)
    guard let tokenizer = try opened.tokenizer as? UnigramTokenizer else {
      throw .unsupported(path: directory.path, reason: "its vocabulary is not a unigram one")
    }
    self = tokenizer
  }

  /// Something that tokenizes one text after another, with memory of its own. For one thread.
  package func makePass() -> UnigramPass { UnigramPass(self) }

  package func makeTokenizerPass() -> any TokenizerPass { makePass() }
}
