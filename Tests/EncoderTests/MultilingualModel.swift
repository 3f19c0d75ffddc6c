import Encoder
import Foundation

/// multilingual-e5-small, where it is installed.
enum MultilingualModel {
  static let name = ModelDirectory.multilingualName
  static let isInstalled = (try? ModelDirectory.locate(name)) != nil
  static let advice = "multilingual-e5-small is not installed: make model-multilingual"

  static func encoder(_ precision: Precision = .standard) throws -> BERTEncoder {
    try BERTEncoder(directory: ModelDirectory.locate(name), precision: precision)
  }

  /// A text of the fixture with its token ids.
  struct Entry: Decodable {
    let text: String
    let ids: [Int32]
  }

  /// A text of the fixture that has a vector.
  struct VectorEntry: Decodable {
    let text: String
    let role: String

    var textRole: TextRole { role == "query" ? .query : .passage }
  }

  static func lines<Line: Decodable>(_ name: String, as type: Line.Type) throws -> [Line] {
    try Fixture.data(name).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(type, from: Data($0))
    }
  }

  /// The reference vectors, in the order of the entries.
  static func vectors(count: Int) throws -> [[Float]] {
    let bytes = Array(try Fixture.data("multilingual.f32"))
    let width = bytes.count / 4 / count
    return (0..<count).map { row in
      (0..<width).map { column in
        let start = (row * width + column) * 4
        let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
        return Float(bitPattern: bits)
      }
    }
  }
}
