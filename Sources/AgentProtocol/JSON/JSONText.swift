internal import FootnoteKit
internal import Foundation

/// Reads and writes the JSON of messages.
package enum JSONText {
  /// Arrays and objects within each other that a message may have. What reads them calls itself.
  package static let deepest = 64
  /// Values that a message may have. No request needs a tenth of it, and each takes its time to read.
  package static let mostValues = 10_000

  /// - Throws: `ProtocolError` with the code of a parse error, for what is not UTF-8 or no JSON.
  package static func read(_ bytes: [UInt8]) throws(ProtocolError) -> JSONValue {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw .parse("the message is not UTF-8")
    }
    let size = size(of: bytes)
    guard size.depth <= deepest else {
      throw .parse("the message is nested deeper than \(deepest) levels")
    }
    guard size.values <= mostValues else {
      throw .parse("the message has more than \(mostValues) values")
    }
    do {
      return try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    } catch {
      throw .parse("the message is no JSON")
    }
  }

  /// One line, keys sorted, without a line break.
  ///
  /// - Throws: `ErrorMessage` where a number is not finite.
  package static func write(_ value: some Encodable) throws -> [UInt8] {
    Array(try JSONLine.encode(value).utf8)
  }

  /// How many brackets are open at most, and how many values there are at most, both outside strings.
  private static func size(of bytes: [UInt8]) -> (depth: Int, values: Int) {
    var depth = 0
    var deepest = 0
    var values = 1
    var isInString = false
    var isEscaped = false
    for byte in bytes {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        values += 1
        deepest = max(deepest, depth)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ","): values += 1
      default: break
      }
    }
    return (deepest, values)
  }
}
