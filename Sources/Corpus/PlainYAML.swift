/// Reads the YAML that nearly every file has without a YAML parser, which takes longer than all the rest of a
/// short file: one `key: value` to a line, values plain or quoted, lists of them in brackets or below the key.
///
/// What YAML might take for anything else is refused, and Yams reads it.
struct PlainYAML {
  private let text: [UInt8]
  private let lines: LineTable
  private let last: Int
  private var line: Int
  private var brackets = 0

  private static let maximumSize = 16_384
  private static let maximumKey = 64
  /// Below what `YAMLGuard` allows.
  private static let maximumBrackets = 20
  private static let maximumMarkers = 20

  /// The entries of some lines, exactly as Yams has them; `nil` where it has to be asked.
  static func entries(_ source: SourceText, _ lines: ClosedRange<Int>) -> [FrontMatterEntry]? {
    guard source.lines.content(of: lines).count <= maximumSize else { return nil }
    var reader = PlainYAML(source, lines)
    var entries: [FrontMatterEntry] = []
    entries.reserveCapacity(lines.count)
    while reader.line <= reader.last {
      guard let entry = reader.entry(), !entries.contains(where: { $0.key == entry.key }) else {
        return nil
      }
      entries.append(entry)
    }
    return entries
  }

  private init(_ source: SourceText, _ lines: ClosedRange<Int>) {
    text = source.bytes
    self.lines = source.lines
    line = lines.lowerBound
    last = lines.upperBound
  }

  private mutating func entry() -> FrontMatterEntry? {
    let content = lines.content(of: line)
    let first = line
    guard isSafe(content), let colon = endOfKey(content) else { return nil }
    line += 1
    let rest = trimmed(colon + 1..<content.upperBound)
    guard rest.isEmpty || rest.lowerBound > colon + 1, let value = value(rest) else { return nil }
    let key = String(decoding: text[content.lowerBound..<colon], as: UTF8.self)
    return FrontMatterEntry(key: key, value: value, line: first)
  }

  /// Where the colon stands behind a key of ASCII letters, digits, `_` and `-`.
  private func endOfKey(_ content: Range<Int>) -> Int? {
    guard let first = text[content].first, ByteClass.isLetter(first) else { return nil }
    var index = content.lowerBound + 1
    while index < content.upperBound,
      ByteClass.isLetterOrDigit(text[index]) || text[index] == 0x5F || text[index] == 0x2D
    {
      index += 1
    }
    guard index < content.upperBound, text[index] == 0x3A,
      index - content.lowerBound <= Self.maximumKey
    else { return nil }
    return index
  }

  /// Whether every byte means the same to everybody: no control characters or tabs, no line ends but those of
  /// ASCII, nothing that could be an anchor, little that nests.
  private mutating func isSafe(_ content: Range<Int>) -> Bool {
    var markers = 0
    for index in content {
      switch text[index] {
      case 0x26, 0x2A:
        let isWithinWord = index > content.lowerBound && ByteClass.isWord(text[index - 1])
        let startsName = index + 1 < content.upperBound && ByteClass.isWord(text[index + 1])
        if startsName, !isWithinWord { return false }
      case 0x5B, 0x7B: brackets += 1
      case 0x2D, 0x3A, 0x3F: markers += 1
      case 0x20...0x7E, 0x80...0xBF, 0xC3...0xE1, 0xE3...0xEE, 0xF0...0xF4: continue
      case 0xE2:
        // U+2028 and U+2029 end lines.
        if text[index + 1] == 0x80, text[index + 2] == 0xA8 || text[index + 2] == 0xA9 {
          return false
        }
      case 0xEF:
        // Only the wide forms of ASCII, commas and colons of Chinese among them.
        guard text[index + 1] == 0xBC || text[index + 1] == 0xBD else { return false }
      default: return false
      }
    }
    return brackets <= Self.maximumBrackets && markers <= Self.maximumMarkers
  }

  // MARK: Values

  private mutating func value(_ range: Range<Int>) -> FrontMatterValue? {
    guard let first = text[range].first else { return items() }
    return first == 0x5B ? list(range) : scalar(range)
  }

  /// The lines `- value` below a key; no value where there are none.
  private mutating func items() -> FrontMatterValue? {
    var items: [FrontMatterValue] = []
    var indentation: Int?
    while line <= last {
      let content = lines.content(of: line)
      var dash = content.lowerBound
      while dash < content.upperBound, text[dash] == 0x20 { dash += 1 }
      guard dash < content.upperBound else { return nil }
      guard text[dash] == 0x2D else {
        // What is indented goes on with a value.
        if dash > content.lowerBound { return nil }
        break
      }
      let range = trimmed(dash + 1..<content.upperBound)
      let isEven = indentation == nil || indentation == dash - content.lowerBound
      guard isEven, range.lowerBound > dash + 1, isSafe(content), let item = scalar(range) else {
        return nil
      }
      indentation = dash - content.lowerBound
      items.append(item)
      line += 1
    }
    return items.isEmpty ? FrontMatterValue.none : .list(items)
  }

  /// A plain or quoted value that ends with its line.
  private func scalar(_ range: Range<Int>) -> FrontMatterValue? {
    guard let first = text[range].first else { return nil }
    if first == 0x22 || first == 0x27 {
      guard let end = endOfQuote(range), end == range.upperBound else { return nil }
      return .text(string(range.lowerBound + 1..<end - 1))
    }
    guard startsPlain(first) else { return nil }
    for index in range {
      if text[index] == 0x3A, index + 1 == range.upperBound || text[index + 1] == 0x20 {
        return nil
      }
      if text[index] == 0x23, text[index - 1] == 0x20 { return nil }
    }
    return plain(range)
  }

  /// `[a, "b"]`
  private func list(_ range: Range<Int>) -> FrontMatterValue? {
    guard range.count > 1, text[range.upperBound - 1] == 0x5D else { return nil }
    var items: [FrontMatterValue] = []
    var index = range.lowerBound + 1
    let end = range.upperBound - 1
    if trimmed(index..<end).isEmpty { return .list([]) }
    while true {
      while index < end, text[index] == 0x20 { index += 1 }
      guard index < end else { return nil }
      let start = index
      if text[index] == 0x22 || text[index] == 0x27 {
        guard let close = endOfQuote(index..<end) else { return nil }
        items.append(.text(string(start + 1..<close - 1)))
        index = close
        while index < end, text[index] == 0x20 { index += 1 }
      } else {
        guard startsPlain(text[index]) else { return nil }
        while index < end, isPlainInList(text[index]) { index += 1 }
        items.append(plain(trimmed(start..<index)))
      }
      if index == end { return .list(items) }
      guard text[index] == 0x2C else { return nil }
      index += 1
    }
  }

  /// Behind the quotation mark that closes the one at the beginning, where nothing is escaped.
  private func endOfQuote(_ range: Range<Int>) -> Int? {
    let quote = text[range.lowerBound]
    var index = range.lowerBound + 1
    while index < range.upperBound, text[index] != quote {
      if quote == 0x22, text[index] == 0x5C { return nil }
      index += 1
    }
    guard index < range.upperBound else { return nil }
    // Two single ones stand for one.
    let isDoubled = index + 1 < range.upperBound && text[index + 1] == quote
    return isDoubled ? nil : index + 1
  }

  private func plain(_ range: Range<Int>) -> FrontMatterValue {
    let text = string(range)
    return ["~", "null", "Null", "NULL"].contains(text) ? .none : .text(text)
  }

  /// A few of the bytes that may begin a plain value.
  private func startsPlain(_ byte: UInt8) -> Bool {
    ByteClass.isWord(byte) || byte == 0x28 || byte == 0x2E || byte == 0x2F || byte == 0x7E
  }

  private func isPlainInList(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x28, 0x29, 0x2B, 0x2D, 0x2E, 0x2F, 0x5F: true
    default: ByteClass.isWord(byte)
    }
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, text[low] == 0x20 { low += 1 }
    while high > low, text[high - 1] == 0x20 { high -= 1 }
    return low..<high
  }
}
