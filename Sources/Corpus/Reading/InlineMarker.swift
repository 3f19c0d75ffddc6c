/// Stands in a text that is given to cmark for what is none of its business.
///
/// Markers are made of noncharacters, which a text is not to hold; those that it holds all the same are
/// replaced before.
enum InlineMarker {
  /// U+FDD0, number, U+FDD1: an extra, a letter to cmark.
  private static let opening: [UInt8] = [0xEF, 0xB7, 0x90]
  private static let closing: [UInt8] = [0xEF, 0xB7, 0x91]
  /// U+FDD2 and a space that does not break: keeps a line from being read as the beginning of a block, and
  /// is white space to what follows. Shown as nothing.
  static let shield: [UInt8] = [0xEF, 0xB7, 0x92, 0xC2, 0xA0]

  static func append(_ number: Int, to text: inout [UInt8]) {
    text += opening
    text += String(number).utf8
    text += closing
  }

  /// Whether one of the noncharacters U+FDD0 ... U+FDEF stands at `index`.
  static func isReserved(_ bytes: [UInt8], at index: Int) -> Bool {
    bytes[index] == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xB7
      && (0x90...0xAF).contains(bytes[index + 2])
  }

  enum Part {
    case text(String)
    case marker(Int)
  }

  /// The parts of a text in which markers may stand, without shields.
  static func parts(of text: String) -> [Part] {
    let bytes = Array(text.utf8)
    guard bytes.contains(0xEF) else { return [.text(text)] }
    var parts: [Part] = []
    var run: [UInt8] = []
    var index = 0
    func flush() {
      if !run.isEmpty { parts.append(.text(String(decoding: run, as: UTF8.self))) }
      run.removeAll(keepingCapacity: true)
    }
    while index < bytes.count {
      guard isReserved(bytes, at: index) else {
        run.append(bytes[index])
        index += 1
        continue
      }
      if bytes[index + 2] == 0x90 {
        flush()
        var number = 0
        index += 3
        while index < bytes.count, ByteClass.isDigit(bytes[index]), number < 1 << 32 {
          number = number * 10 + Int(bytes[index] - 0x30)
          index += 1
        }
        parts.append(.marker(number))
        index += isReserved(bytes, at: min(index, bytes.count - 1)) ? 3 : 0
      } else {
        index += bytes[index...].starts(with: shield) ? shield.count : 3
      }
    }
    flush()
    return parts
  }
}
