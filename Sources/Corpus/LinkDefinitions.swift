/// The link reference definitions of a document: `[label]: target "title"`.
struct LinkDefinitions {
  private var targets: [String: String] = [:]

  var isEmpty: Bool { targets.isEmpty }

  /// The target for a label, upper and lower case and white space folded.
  func target(of label: ArraySlice<UInt8>) -> String? {
    targets[Self.folded(label)]
  }

  /// Takes the definition that the line of `range` begins, if there is one.
  /// - Parameter next: the next line of the paragraph, which may hold the title.
  /// - Returns: how many lines it takes.
  mutating func add(_ text: [UInt8], _ range: Range<Int>, next: Range<Int>?) -> Int? {
    guard let label = Self.label(text, range), label.upperBound + 1 < range.upperBound,
      text[label.upperBound + 1] == 0x3A
    else { return nil }
    let start = Self.skipSpace(text, label.upperBound + 2..<range.upperBound)
    guard let (target, end) = LinkTarget.destination(text, start..<range.upperBound),
      end > start
    else { return nil }
    let rest = Self.skipSpace(text, end..<range.upperBound)
    var lines = 1
    if rest < range.upperBound {
      guard rest > end, Self.isTitle(text, rest..<range.upperBound) else { return nil }
    } else if let next, Self.isTitle(text, next) {
      lines = 2
    }
    let key = Self.folded(text[label])
    if targets[key] == nil { targets[key] = String(decoding: text[target], as: UTF8.self) }
    return lines
  }

  /// The bytes between the brackets at the beginning of `range`.
  private static func label(_ text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard range.count > 3, text[range.lowerBound] == 0x5B, text[range.lowerBound + 1] != 0x5E else {
      return nil
    }
    var index = range.lowerBound + 1
    let end = min(range.upperBound, index + 1000)
    while index < end {
      switch text[index] {
      case 0x5B: return nil
      case 0x5D:
        let label = range.lowerBound + 1..<index
        return text[label].allSatisfy(ByteClass.isBlank) ? nil : label
      case 0x5C: index += 2
      default: index += 1
      }
    }
    return nil
  }

  private static func isTitle(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var title = text[range].drop(while: ByteClass.isBlank)
    while let last = title.last, ByteClass.isBlank(last) { title = title.dropLast() }
    guard title.count >= 2, let first = title.first, let last = title.last else { return false }
    return (first == 0x22 && last == 0x22) || (first == 0x27 && last == 0x27)
      || (first == 0x28 && last == 0x29)
  }

  private static func skipSpace(_ text: [UInt8], _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, ByteClass.isSpaceOrTab(text[index]) { index += 1 }
    return index
  }

  private static func folded(_ label: ArraySlice<UInt8>) -> String {
    label.split(whereSeparator: ByteClass.isBlank)
      .map { String(decoding: $0, as: UTF8.self).lowercased() }.joined(separator: " ")
  }
}
