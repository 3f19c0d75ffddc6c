/// The lines of a text with their numbers: LF, CRLF and CR end a line, a byte order mark is dropped.
///
/// `Character.isNewline` will not do: it also splits at U+2028 and U+0085, which may stand inside a
/// JSON string or an identifier.
struct TextLines: Sequence, IteratorProtocol {
  private var rest: Substring.UTF8View
  private var number = 0

  init(_ text: String) {
    rest = text[...].utf8
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
  }

  /// The next line that holds more than white space, without its end.
  mutating func next() -> (number: Int, text: Substring)? {
    while let line = nextLine() {
      if !line.utf8.allSatisfy(Self.isSpace) { return (number, line) }
    }
    return nil
  }

  private mutating func nextLine() -> Substring? {
    guard !rest.isEmpty else { return nil }
    number += 1
    guard let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      defer { rest = rest[rest.endIndex...] }
      return Substring(rest)
    }
    let line = Substring(rest[..<end])
    let isCarriageReturn = rest[end] == 0x0D
    rest = rest[rest.index(after: end)...]
    if isCarriageReturn, rest.first == 0x0A { rest = rest.dropFirst() }
    return line
  }

  /// White space of the C locale, which separates the fields of TREC files: an identifier may hold
  /// any other space.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The fields of a line of a TREC file.
  static func fields(_ line: Substring) -> [Substring] {
    line.utf8.split(whereSeparator: isSpace).map { Substring($0) }
  }
}
