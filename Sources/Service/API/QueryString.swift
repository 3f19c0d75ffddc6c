internal import WebPages

/// Reads the query of an address, as forms and programs write it.
enum QueryString {
  private static let mostFields = 200

  /// Its fields, decoded, in their order.
  ///
  /// - Throws: `ServiceError.malformed` for an escape that is none, for what is not UTF-8, and for too many
  ///   fields.
  static func fields(of query: String?) throws(ServiceError) -> [PageRequest.Field] {
    let parts = (query ?? "").split(separator: "&")
    guard parts.count <= mostFields else {
      throw .malformed("the address has more than \(mostFields) fields")
    }
    var fields: [PageRequest.Field] = []
    for part in parts {
      let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = try decoded(pieces[0])
      fields.append(PageRequest.Field(name, pieces.count > 1 ? try decoded(pieces[1]) : ""))
    }
    return fields
  }

  /// - Throws: As `fields(of:)`.
  static func decoded(_ text: Substring, plusIsSpace: Bool = true) throws(ServiceError) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard rest.count >= 2, let high = hexValue(rest.removeFirst()),
          let low = hexValue(rest.removeFirst())
        else { throw .malformed("the address has a percent sign that escapes nothing") }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    guard let result = String(validating: bytes, as: UTF8.self) else {
      throw .malformed("the address is not UTF-8")
    }
    return result
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
