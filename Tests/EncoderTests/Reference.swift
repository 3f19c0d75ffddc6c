import Encoder
import Foundation

/// The reference fixture: texts with the token ids and vectors that sentence-transformers gives
/// them.
struct Reference {
  struct Entry: Decodable {
    let text: String
    let ids: [Int32]
  }

  let entries: [Entry]
  /// One vector a text, in the order of the entries.
  let vectors: [[Float]]

  static func load() throws -> Reference {
    let lines = try Fixture.data("texts.jsonl").split(separator: UInt8(ascii: "\n"))
    let entries = try lines.map { try JSONDecoder().decode(Entry.self, from: Data($0)) }
    let bytes = Array(try Fixture.data("embeddings.f32"))
    let width = bytes.count / 4 / entries.count
    let vectors = entries.indices.map { row in
      (0..<width).map { column in
        let start = (row * width + column) * 4
        let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
        return Float(bitPattern: bits)
      }
    }
    return Reference(entries: entries, vectors: vectors)
  }
}
