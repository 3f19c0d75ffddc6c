/// Percent-encoding of paths in citations, after RFC 3986, of no more characters than need it.
enum PercentCoding {
  static func encode(_ path: String) -> String {
    let bytes = Array(path.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isEnd = index == 0 || index == bytes.count - 1
      let isReserved = [0x3A, 0x23, 0x40, 0x25].contains(byte)
      if isReserved || byte < 0x20 || byte == 0x7F || (byte == 0x20 && isEnd) {
        let digits = Array("0123456789ABCDEF".utf8)
        result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
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
