/// Takes the marks of blocks out of a text: `>`, list markers, task boxes, fences, heading marks, the
/// delimiter row of tables.
struct BlockMarkup {
  private let parser: BlockParser
  private let source: SourceText
  private(set) var marked: MarkedText

  init(_ parser: BlockParser) {
    self.parser = parser
    source = parser.source
    marked = MarkedText(parser.source.bytes)
    var next = 1
    for (index, entry) in parser.forest.entries.enumerated() where !entry.kind.isContainer {
      blankBetween(next, entry.first)
      blankLeaf(index)
      next = entry.last + 1
    }
    blankBetween(next, parser.source.lines.count + 1)
  }

  /// What stands in no leaf is container markers alone.
  private mutating func blankBetween(_ first: Int, _ end: Int) {
    for line in stride(from: first, to: end, by: 1) {
      marked.blank(source.lines.content(of: line))
    }
  }

  private mutating func blankLeaf(_ index: Int) {
    let leaf = parser.forest.entries[index]
    let lines = leaf.first...leaf.last
    switch leaf.kind {
    case .definition, .thematicBreak:
      for line in lines { marked.blank(source.lines.content(of: line)) }
    case .heading:
      blankPrefixes(lines, stripsQuotes: true)
      blankHeadingMarks(lines)
    case .code:
      blankPrefixes(lines, stripsQuotes: parser.forest.isInside(.quote, index))
      blankFences(lines)
    case .html:
      blankPrefixes(lines, stripsQuotes: parser.forest.isInside(.quote, index))
    case .table:
      blankPrefixes(lines, stripsQuotes: true)
      if lines.count > 1 { marked.blank(source.lines.content(of: leaf.first + 1)) }
    default:
      blankPrefixes(lines, stripsQuotes: true)
      blankLeadIn(index, leaf)
    }
  }

  /// Container markers before the first line, quote marks before the others.
  private mutating func blankPrefixes(_ lines: ClosedRange<Int>, stripsQuotes: Bool) {
    let start = source.lines.content(of: lines.lowerBound).lowerBound
    let content = parser.content(of: lines.lowerBound, isFirst: true).lowerBound
    marked.blank(start..<content)
    keepLongNumber(start..<content)
    guard stripsQuotes else { return }
    for line in lines.dropFirst() {
      let start = source.lines.content(of: line).lowerBound
      marked.blank(start..<parser.content(of: line, isFirst: false).lowerBound)
    }
  }

  /// `1986. A great year` is a list item by the letter, and the year is still worth finding.
  private mutating func keepLongNumber(_ range: Range<Int>) {
    guard range.count >= 3 else { return }
    let digits = source.bytes[range].count(where: ByteClass.isDigit)
    if digits >= 3 { marked.restore(range, from: source.bytes, where: ByteClass.isDigit) }
  }

  private mutating func blankHeadingMarks(_ lines: ClosedRange<Int>) {
    let content = source.trimmed(parser.content(of: lines.lowerBound, isFirst: true))
    guard lines.count == 1 else {
      marked.blank(source.lines.content(of: lines.upperBound))
      return
    }
    var start = content.lowerBound
    while start < content.upperBound, source.bytes[start] == 0x23 { start += 1 }
    marked.blank(content.lowerBound..<start)
    var end = content.upperBound
    while end > start, source.bytes[end - 1] == 0x23 { end -= 1 }
    if end == start || ByteClass.isSpaceOrTab(source.bytes[end - 1]) {
      marked.blank(end..<content.upperBound)
    }
  }

  private mutating func blankFences(_ lines: ClosedRange<Int>) {
    let first = parser.content(of: lines.lowerBound, isFirst: true)
    guard let mark = fenceMark(first) else { return }
    marked.blank(first)
    guard lines.count > 1 else { return }
    let last = source.trimmed(parser.content(of: lines.upperBound, isFirst: false))
    if fenceMark(last) == mark, source.bytes[last].allSatisfy({ $0 == mark }) { marked.blank(last) }
  }

  private func fenceMark(_ range: Range<Int>) -> UInt8? {
    guard let mark = source.bytes[range].first, mark == 0x60 || mark == 0x7E,
      source.bytes[range].starts(with: [mark, mark, mark])
    else { return nil }
    return mark
  }

  /// `[x]` of a task, `[!note]` of a callout, `[^1]:` of a footnote.
  private mutating func blankLeadIn(_ index: Int, _ leaf: BlockForest.Entry) {
    let content = parser.content(of: leaf.first, isFirst: true)
    let text = source.bytes[content]
    let footnote = FootnoteSyntax.definitionLength(source.bytes, content)
    if footnote > 0 {
      marked.blank(content.lowerBound..<content.lowerBound + footnote)
      return
    }
    // A heading that is too long to be one.
    let marks = text.prefix { $0 == 0x23 }
    if !marks.isEmpty, marks.count <= 6, leaf.first == leaf.last,
      text[marks.endIndex...].first.map(ByteClass.isSpaceOrTab) == true
    {
      blankHeadingMarks(leaf.first...leaf.last)
    }
    guard leaf.parent >= 0, text.first == 0x5B else { return }
    let parent = parser.forest.entries[leaf.parent].kind
    if parent == .item, text.count > 3, [0x20, 0x78, 0x58].contains(text[content.lowerBound + 1]),
      text[content.lowerBound + 2] == 0x5D, ByteClass.isBlank(text[content.lowerBound + 3])
    {
      marked.blank(content.lowerBound..<content.lowerBound + 3)
    } else if parent == .quote, text.dropFirst().first == 0x21,
      let close = text.prefix(40).firstIndex(of: 0x5D)
    {
      var end = close + 1
      if end < content.upperBound, [0x2B, 0x2D].contains(source.bytes[end]) { end += 1 }
      marked.blank(content.lowerBound..<end)
    }
  }
}
