/// HTML that is put together piece by piece. Markup comes from literals of this program alone; whatever a document
/// says goes through `text` or `attribute`, which escape it.
struct HTMLBuffer {
  private var bytes: [UInt8] = []

  var count: Int { bytes.count }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func markup(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func number(_ number: Int) {
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Text as it is to be read.
  mutating func text(_ text: String) {
    append(Array(text.utf8))
  }

  /// ` name="value"`
  mutating func attribute(_ name: StaticString, _ value: String) {
    markup(" ")
    markup(name)
    markup("=\"")
    text(value)
    markup("\"")
  }

  // MARK: Escaping

  private static let plain: [Bool] = (0..<256).map { byte in
    (byte >= 0x20 && byte != 0x7F && ![0x22, 0x26, 0x27, 0x3C, 0x3E, 0xC2, 0xEF].contains(byte))
      || byte == 0x09 || byte == 0x0A
  }
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private mutating func append(_ text: [UInt8]) {
    var start = 0
    var index = 0
    while index < text.count {
      if Self.plain[Int(text[index])] {
        index += 1
        continue
      }
      bytes.append(contentsOf: text[start..<index])
      let (escaped, length) = Self.escape(text, at: index)
      bytes.append(contentsOf: escaped)
      index += length
      start = index
    }
    bytes.append(contentsOf: text[start..<index])
  }

  /// What is shown for the sequence at `index`, and its number of bytes.
  private static func escape(
    _ text: [UInt8], at index: Int
  ) -> (escaped: [UInt8], length: Int) {
    func byte(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
    switch text[index] {
    case 0x22: return (Array("&quot;".utf8), 1)
    case 0x26: return (Array("&amp;".utf8), 1)
    case 0x27: return (Array("&#39;".utf8), 1)
    case 0x3C: return (Array("&lt;".utf8), 1)
    case 0x3E: return (Array("&gt;".utf8), 1)
    case 0xC2:
      // Control characters, which HTML does not allow.
      return byte(1) < 0xA0 ? (replacement, 2) : ([0xC2, byte(1)], 2)
    case 0xEF:
      let isNoncharacter =
        (byte(1) == 0xB7 && (0x90...0xAF).contains(byte(2))) || (byte(1) == 0xBF && byte(2) >= 0xBE)
      return isNoncharacter ? (replacement, 3) : ([0xEF, byte(1), byte(2)], 3)
    default: return (replacement, 1)
    }
  }
}
