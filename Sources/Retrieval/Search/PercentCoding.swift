/// Percent-encoding of paths in citations, after RFC 3986, of no more characters than need it.
package enum PercentCoding {
  /// Encodes what a citation would be misread by, and whatever is not seen or steers a terminal.
  package static func encode(_ path: String) -> String {
    let scalars = Array(path.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      let isEnd = index == 0 || index == scalars.count - 1
      if [":", "#", "@", "%"].contains(scalar) || steers(scalar)
        || (isEnd && scalar.properties.isWhitespace)
      {
        append(scalar, to: &result)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Encodes only the scalars for which `isUnsafe` holds; for text that is not read back.
  package static func encode(
    _ text: String, where isUnsafe: (Unicode.Scalar) -> Bool
  ) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) {
        append(scalar, to: &result)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Control characters of ASCII and ISO 8859, line and paragraph separators, and marks that turn the
  /// direction of writing or are not seen: what a name must not carry to a terminal or a list of lines.
  package static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFEFF:
      true
    default: false
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    for byte in String(scalar).utf8 {
      let digits = String(byte, radix: 16, uppercase: true)
      text += "%" + (digits.count < 2 ? "0" : "") + digits
    }
  }

  /// `nil` where a `%` is not followed by two hex digits, or the result is not UTF-8.
  static func decode(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.count == 2, digits.allSatisfy(\.isHexDigit),
        let value = UInt8(digits, radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
