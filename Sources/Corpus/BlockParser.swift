/// Finds the blocks of a document by their lines.
///
/// cmark decides on containers and leaves; tables, link reference definitions and footnotes are then
/// recognised within its paragraphs.
struct BlockParser {
  /// A heading that is longer than this is prose with a heading mark, or a paragraph above a rule.
  static let maximumHeadingLength = 240
  private static let maximumUnderlinedLength = 100

  let source: SourceText
  let outline: BlockOutline
  private(set) var forest = BlockForest()
  private(set) var definitions = LinkDefinitions()

  /// - Parameter skipping: lines of front matter at the beginning.
  init(_ source: SourceText, skipping: Int) {
    self.source = source
    outline = BlockOutline(source, skipping: skipping)
    refine(parsedBlocks() ?? simpleBlocks(from: skipping + 1))
    forest.close()
  }

  private func parsedBlocks() -> [Block]? {
    guard source.lines.count <= BlockOutline.maximumLines,
      let tree = MarkdownTree(outline.bytes)
    else { return nil }
    return tree.blocks()
  }

  /// Paragraphs between blank lines, headings and rules: for documents that are too large for cmark.
  private func simpleBlocks(from first: Int) -> [Block] {
    var blocks: [Block] = []
    for line in stride(from: first, through: source.lines.count, by: 1) {
      guard outline.hasContent[line - 1] else { continue }
      let content = source.trimmed(source.lines.content(of: line))
      let marks = source.bytes[content].prefix { $0 == 0x23 }.count
      let next = content.lowerBound + marks
      if isRule(content) {
        blocks.append(Block(kind: .thematicBreak, first: line, last: line, parent: -1))
      } else if marks > 0, marks <= 6, next < content.upperBound, source.isBlank(at: next) {
        blocks.append(Block(kind: .heading(level: marks), first: line, last: line, parent: -1))
      } else if let last = blocks.last, last.kind == .paragraph, last.last == line - 1 {
        blocks[blocks.count - 1].last = line
      } else {
        blocks.append(Block(kind: .paragraph, first: line, last: line, parent: -1))
      }
    }
    return blocks
  }

  private func isRule(_ content: Range<Int>) -> Bool {
    guard let mark = source.bytes[content].first, [0x2A, 0x2D, 0x5F].contains(mark) else {
      return false
    }
    let marks = source.bytes[content].count { $0 == mark }
    return marks >= 3
      && source.bytes[content].allSatisfy { $0 == mark || ByteClass.isSpaceOrTab($0) }
  }

  private mutating func refine(_ blocks: [Block]) {
    var places = [Int](repeating: -1, count: blocks.count)
    var nextLine = 1
    // The first line of the leaf behind each block, so that no leaf reaches into the next one.
    var limits = [Int](repeating: source.lines.count, count: blocks.count)
    var limit = source.lines.count
    for index in blocks.indices.reversed() {
      limits[index] = limit
      if !blocks[index].kind.isContainer { limit = min(limit, blocks[index].first - 1) }
    }
    for (index, block) in blocks.enumerated() {
      let parent = block.parent >= 0 ? places[block.parent] : -1
      if block.kind.isContainer {
        places[index] = forest.append(
          block.kind, block.first...block.first, parent: parent, list: block.list)
        continue
      }
      let first = max(nextLine, block.first)
      guard first <= limits[index] else { continue }
      addMissing(nextLine..<first)
      var last = min(max(first, block.last), limits[index])
      // cmark does not count the line that ends a comment.
      if block.kind == .html, last < limits[index], outline.hasContent[last] { last += 1 }
      while last > first, !outline.hasContent[last - 1] { last -= 1 }
      add(block.kind, first...last, parent: parent)
      nextLine = last + 1
    }
    guard nextLine <= source.lines.count else { return }
    addMissing(nextLine..<source.lines.count + 1)
  }

  /// Lines that show something and that no block has claimed become paragraphs: nothing is lost,
  /// whatever cmark says of its lines.
  private mutating func addMissing(_ lines: Range<Int>) {
    var first: Int?
    for line in lines {
      if outline.hasContent[line - 1] {
        first = first ?? line
      } else if let start = first {
        add(.paragraph, start...(line - 1), parent: -1)
        first = nil
      }
    }
    if let start = first { add(.paragraph, start...(lines.upperBound - 1), parent: -1) }
  }

  private mutating func add(_ kind: Block.Kind, _ lines: ClosedRange<Int>, parent: Int) {
    switch kind {
    case .heading:
      addHeading(kind, lines, parent: parent)
    case .paragraph:
      addParagraph(lines, parent: parent)
    default:
      _ = forest.append(kind, lines, parent: parent)
    }
  }

  private mutating func addHeading(
    _ kind: Block.Kind, _ lines: ClosedRange<Int>, parent: Int
  ) {
    let first = content(of: lines.lowerBound, isFirst: true)
    let isUnderlined = lines.count > 1
    guard isUnderlined else {
      let isHeading = first.count <= Self.maximumHeadingLength
      _ = forest.append(isHeading ? kind : .paragraph, lines, parent: parent)
      return
    }
    // A rule directly below prose makes a heading of it by the letter of CommonMark. In posts that are
    // separated by rules it is a separator all the same.
    let underline = source.trimmed(source.lines.content(of: lines.upperBound))
    let isRule = source.bytes[underline].last == 0x2D
    let endsSentence = source.bytes[source.trimmed(first)].last == 0x2E
    if lines.count == 2, first.count <= Self.maximumUnderlinedLength, !(isRule && endsSentence) {
      _ = forest.append(kind, lines, parent: parent)
    } else {
      addParagraph(lines.lowerBound...(lines.upperBound - 1), parent: parent)
      let end = lines.upperBound...lines.upperBound
      _ = forest.append(.thematicBreak, end, parent: parent)
    }
  }

  /// A paragraph as cmark sees it: definitions first, then text, tables and footnotes.
  private mutating func addParagraph(_ lines: ClosedRange<Int>, parent: Int) {
    var line = lines.lowerBound
    while line <= lines.upperBound {
      let contents = content(of: line, isFirst: line == lines.lowerBound)
      let next = line < lines.upperBound ? content(of: line + 1, isFirst: false) : nil
      guard let used = definitions.add(source.bytes, contents, next: next) else { break }
      _ = forest.append(.definition, line...(line + used - 1), parent: parent)
      line += used
    }
    var start = line
    while line <= lines.upperBound {
      if isTableHead(line, in: lines) {
        if start < line { _ = forest.append(.paragraph, start...(line - 1), parent: parent) }
        _ = forest.append(.table, line...lines.upperBound, parent: parent)
        return
      }
      if line > start, isFootnote(line) {
        _ = forest.append(.paragraph, start...(line - 1), parent: parent)
        start = line
      }
      line += 1
    }
    if start <= lines.upperBound {
      _ = forest.append(.paragraph, start...lines.upperBound, parent: parent)
    }
  }

  private func isTableHead(_ line: Int, in lines: ClosedRange<Int>) -> Bool {
    guard line < lines.upperBound else { return false }
    let delimiters = source.bytes[content(of: line + 1, isFirst: false)]
    guard TableSyntax.isDelimiterRow(delimiters) else { return false }
    let head = source.bytes[content(of: line, isFirst: line == lines.lowerBound)]
    return head.contains(0x7C)
      && TableSyntax.cellCount(of: head) == TableSyntax.cellCount(of: delimiters)
  }

  private func isFootnote(_ line: Int) -> Bool {
    FootnoteSyntax.definitionLength(source.bytes, content(of: line, isFirst: false)) > 0
  }

  /// The text of a line of a paragraph behind its container markers.
  func content(of line: Int, isFirst: Bool) -> Range<Int> {
    let whole = source.lines.content(of: line)
    if isFirst {
      return min(Int(outline.contentStarts[line - 1]), whole.upperBound)..<whole.upperBound
    }
    var start = whole.lowerBound
    while start < whole.upperBound,
      ByteClass.isSpaceOrTab(source.bytes[start]) || source.bytes[start] == 0x3E
    {
      start += 1
    }
    return start..<whole.upperBound
  }
}
