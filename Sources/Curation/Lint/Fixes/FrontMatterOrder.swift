internal import Corpus

/// The front matter with its keys in the usual order. Lines stay as they are; those below a key, and
/// comments above it, move with it.
struct FrontMatterOrder {
  /// The bytes between the fences.
  let range: Range<Int>
  let text: [UInt8]

  /// `nil` where the result would not say the same.
  init?(_ frontMatter: FrontMatter, in bytes: [UInt8], _ lines: LineTable) {
    let last = frontMatter.lineCount - 1
    guard last >= 2, frontMatter.issues.isEmpty, !frontMatter.entries.isEmpty else { return nil }
    let starts = frontMatter.entries.map(\.line).sorted()
    guard Set(starts).count == starts.count, starts.allSatisfy({ (2...last).contains($0) }) else {
      return nil
    }
    var blocks: [(key: String, bytes: [UInt8])] = []
    var begin = 2
    for (index, start) in starts.enumerated() {
      let next = index + 1 < starts.count ? starts[index + 1] : last + 1
      var end = next - 1
      while end > start, Self.isComment(bytes[lines.content(of: end)]) { end -= 1 }
      if index + 1 == starts.count { end = last }
      guard let entry = frontMatter.entries.first(where: { $0.line == start }) else { return nil }
      let block = (begin...end).flatMap { bytes[lines.range(of: $0)] }
      blocks.append((entry.key.lowercased(), block))
      begin = end + 1
    }
    let order = FrontMatterCheck.order
    let sorted = blocks.enumerated().sorted { left, right in
      let ranks = [left, right].map { order.firstIndex(of: $0.element.key) ?? order.count }
      return (ranks[0], left.offset) < (ranks[1], right.offset)
    }
    range = lines.range(of: 2).lowerBound..<lines.range(of: last).upperBound
    text = sorted.flatMap(\.element.bytes)
    guard Self.says(text, the: frontMatter) else { return nil }
  }

  private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
    let content = line.drop { $0 == 0x20 || $0 == 0x09 }
    return content.isEmpty || content.first == 0x23
  }

  /// Whether the same keys have the same values.
  private static func says(_ text: [UInt8], the other: FrontMatter) -> Bool {
    let fence = Array("---\n".utf8)
    let own = FrontMatter(SourceText(fence + text + fence))
    let values = { (frontMatter: FrontMatter) in
      Dictionary(
        frontMatter.entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    return own.issues.isEmpty && own.entries.count == other.entries.count
      && values(own) == values(other)
  }
}
