/// Takes the escapes out of a part of an address (RFC 3986, 2.1), for pages and for the API.
package enum PercentEscapes {
  /// The bytes that a text stands for; `nil` where a percent sign is not followed by two hex digits.
  ///
  /// - Parameter plusIsSpace: As in the query of a form.
  /// - Complexity: O(length of `text`).
  package static func decoded(_ text: Substring.UTF8View, plusIsSpace: Bool = false) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
        else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}
