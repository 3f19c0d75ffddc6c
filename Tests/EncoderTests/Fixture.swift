import Encoder
import Foundation
import Testing

/// What the tests read: committed files, and the model that is installed.
enum Fixture {
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  static func data(_ name: String) throws -> Data {
    guard let folder = Bundle.module.resourceURL else {
      throw Missing(description: "the test bundle has no resources")
    }
    return try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name)"))
  }

  /// The default model, wherever it is installed.
  static func modelDirectory() throws -> ModelDirectory {
    do {
      return try ModelDirectory.locate()
    } catch {
      throw Missing(description: "the encoder's model is not installed, run `make model`: \(error)")
    }
  }

  static func encoder(_ precision: Precision = .standard) throws -> BERTEncoder {
    try BERTEncoder(directory: try modelDirectory(), precision: precision)
  }

  /// The tokenizer of the default model, from its `vocab.txt` alone.
  static func tokenizer(
    _ normalization: TextNormalization = TextNormalization()
  ) throws -> WordPieceTokenizer {
    let path = try modelDirectory().path + "/vocab.txt"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    return WordPieceTokenizer(
      vocabulary: try WordPieceVocabulary(Array(bytes), path: path, limit: 30_522),
      normalization: normalization)
  }

  static func cosine(_ left: some Sequence<Float>, _ right: some Sequence<Float>) -> Double {
    var (dot, leftSquares, rightSquares) = (0.0, 0.0, 0.0)
    for (a, b) in zip(left, right) {
      dot += Double(a) * Double(b)
      leftSquares += Double(a) * Double(a)
      rightSquares += Double(b) * Double(b)
    }
    return dot / (leftSquares * rightSquares).squareRoot()
  }
}
