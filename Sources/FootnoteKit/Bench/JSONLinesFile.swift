internal import Foundation

/// A file of JSON objects, one a line.
struct JSONLinesFile {
  /// A line that is not empty, with its place.
  struct Line {
    let path: String
    /// From 1.
    let number: Int
    let bytes: Data

    /// - Throws: `BenchError.malformed`.
    func decode<T: Decodable>(_ type: T.Type = T.self) throws(BenchError) -> T {
      do {
        return try JSONDecoder().decode(type, from: bytes)
      } catch let DecodingError.keyNotFound(key, _) {
        throw error("there is no \(key.stringValue)")
      } catch let DecodingError.typeMismatch(_, context) where !context.codingPath.isEmpty {
        let key = context.codingPath.map(\.stringValue).joined(separator: ".")
        throw error("\(key) is of another type than it should be")
      } catch {
        throw self.error("the line is not a JSON object of the expected form")
      }
    }

    func error(_ reason: String) -> BenchError {
      .malformed(path: path, line: number, reason: reason)
    }
  }

  let lines: [Line]

  /// - Throws: `BenchError.unreadable`.
  init(path: String) throws(BenchError) {
    let data = try Self.contents(of: path)
    var lines: [Line] = []
    let pieces = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      let isBlank = piece.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
      if isBlank { continue }
      lines.append(Line(path: path, number: index + 1, bytes: Data(piece)))
    }
    self.lines = lines
  }

  /// - Throws: `BenchError.unreadable`.
  static func contents(of path: String) throws(BenchError) -> Data {
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw .unreadable(path: path, reason: FileReason.text(of: error))
    }
  }

  /// One line of JSON without its break, the keys in the order of the alphabet.
  static func line(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("a record of strings and whole numbers has JSON")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
