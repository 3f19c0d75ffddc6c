/// Reads front matter that is not valid YAML line by line: `key: value`, `key: [a, b]` and lists below a
/// key.
enum FrontMatterRescue {
  static func entries(_ source: SourceText, _ lines: ClosedRange<Int>) -> [FrontMatterEntry] {
    var entries: [FrontMatterEntry] = []
    var items: [FrontMatterValue] = []
    var open: (key: String, line: Int)?
    func close(_ entries: inout [FrontMatterEntry]) {
      guard let key = open else { return }
      let value: FrontMatterValue = items.isEmpty ? .none : .list(items)
      entries.append(FrontMatterEntry(key: key.key, value: value, line: key.line))
      items = []
      open = nil
    }
    for line in lines {
      if let (key, rest) = key(source, line) {
        close(&entries)
        let value = value(source.bytes[rest])
        if value == .none {
          open = (key, line)
        } else {
          entries.append(FrontMatterEntry(key: key, value: value, line: line))
        }
      } else if open != nil, let item = item(source, line) {
        items.append(item)
      }
    }
    close(&entries)
    // The first of two entries with one key is the one that a reader sees.
    var seen: Set<String> = []
    return entries.filter { seen.insert($0.key).inserted }
  }

  /// The key that a line begins with, and where its value lies.
  static func key(_ source: SourceText, _ line: Int) -> (key: String, value: Range<Int>)? {
    let content = source.lines.content(of: line)
    guard let colon = source.bytes[content].prefix(80).firstIndex(of: 0x3A),
      colon > content.lowerBound,
      colon + 1 >= content.upperBound || ByteClass.isSpaceOrTab(source.bytes[colon + 1])
    else { return nil }
    var key = source.bytes[content.lowerBound..<colon]
    while let last = key.last, ByteClass.isSpaceOrTab(last) { key = key.dropLast() }
    if key.count > 2, let quote = key.first, quote == 0x22 || quote == 0x27, key.last == quote {
      key = key.dropFirst().dropLast()
    }
    guard let first = key.first, ByteClass.isWord(first),
      key.allSatisfy({ ByteClass.isWord($0) || [0x2D, 0x5F, 0x20, 0x2E].contains($0) }),
      key.count(where: { $0 == 0x20 }) <= 2
    else { return nil }
    return (String(decoding: key, as: UTF8.self), colon + 1..<content.upperBound)
  }

  /// Whether a line may belong to front matter.
  static func isPart(_ source: SourceText, _ line: Int) -> Bool {
    let content = source.lines.content(of: line)
    guard let first = source.bytes[content].first else { return false }
    return key(source, line) != nil || item(source, line) != nil || first == 0x20
      || (first == 0x23 && source.bytes[content].dropFirst().first != 0x23)
  }

  private static func item(_ source: SourceText, _ line: Int) -> FrontMatterValue? {
    let content = source.trimmed(source.lines.content(of: line))
    guard content.count > 1, source.bytes[content.lowerBound] == 0x2D,
      ByteClass.isSpaceOrTab(source.bytes[content.lowerBound + 1])
    else { return nil }
    let value = value(source.bytes[content.lowerBound + 1..<content.upperBound])
    return value == .none ? nil : value
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> FrontMatterValue {
    guard var text = WikilinkSyntax.text(bytes) else { return .none }
    let isLink = text.hasPrefix("[[") && text.hasSuffix("]]")
    if text.hasPrefix("["), !isLink {
      text.removeFirst()
      if text.hasSuffix("]") { text.removeLast() }
      let items = text.split(separator: ",").compactMap { unquoted(String($0)) }
      return .list(items.map { .text($0) })
    }
    return unquoted(text).map { .text($0) } ?? .none
  }

  private static func unquoted(_ text: String) -> String? {
    var bytes = Array(text.utf8)[...]
    while let first = bytes.first, ByteClass.isBlank(first) { bytes = bytes.dropFirst() }
    while let last = bytes.last, ByteClass.isBlank(last) { bytes = bytes.dropLast() }
    if let quote = bytes.first, quote == 0x22 || quote == 0x27 {
      bytes = bytes.dropFirst()
      if bytes.last == quote { bytes = bytes.dropLast() }
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
