extension DocumentText {
  /// The lines of a block of code without fences and without what its containers put before them, each with
  /// its number in the file.
  package func codeLines(of index: Int) -> [(line: Int, text: String)] {
    let entry = document.forest.entries[index]
    let quotes = quoteDepth(of: index)
    let opening = CodeLine(document.source, entry.first, quotes: quotes)
    let isFenced = fence(of: entry) != nil
    var lines = Array(entry.first...entry.last)
    if isFenced {
      lines.removeFirst()
      if let last = lines.last, isClosingFence(last, of: entry) { lines.removeLast() }
    }
    let read = lines.map { CodeLine(document.source, $0, quotes: quotes) }
    let margin = isFenced ? fenceColumn(of: entry, opening) : margin(of: read, in: entry)
    return zip(lines, read).map { line, code in (line + offset, code.text(without: margin)) }
  }

  private func quoteDepth(of index: Int) -> Int {
    var depth = 0
    var parent = document.forest.entries[index].parent
    while parent >= 0 {
      if document.forest.entries[parent].kind == .quote { depth += 1 }
      parent = document.forest.entries[parent].parent
    }
    return depth
  }

  /// The bytes of the opening fence.
  private func fence(of entry: BlockForest.Entry) -> ArraySlice<UInt8>? {
    let whole = document.source.lines.content(of: entry.first)
    let start = min(Int(document.contentStarts[entry.first - 1]), whole.upperBound)
    let text = document.source.bytes[start..<whole.upperBound]
    guard let mark = text.first, mark == 0x60 || mark == 0x7E else { return nil }
    let fence = text.prefix { $0 == mark }
    return fence.count >= 3 ? fence : nil
  }

  private func isClosingFence(_ line: Int, of entry: BlockForest.Entry) -> Bool {
    guard let fence = fence(of: entry), let mark = fence.first else { return false }
    let content = document.source.trimmed(document.source.lines.content(of: line))
    let text = document.source.bytes[content].drop { $0 == 0x3E || ByteClass.isSpaceOrTab($0) }
    return text.count >= fence.count && text.allSatisfy { $0 == mark }
  }

  /// The column at which the opening fence stands, behind the marks of quotes.
  private func fenceColumn(of entry: BlockForest.Entry, _ opening: CodeLine) -> Int {
    let start = Int(document.contentStarts[entry.first - 1])
    return opening.column(of: start)
  }

  /// At the top four columns; within lists what all lines have in common.
  private func margin(of lines: [CodeLine], in entry: BlockForest.Entry) -> Int {
    let isTop = entry.parent < 0 || document.forest.entries[entry.parent].kind == .quote
    if isTop { return 4 }
    return lines.compactMap(\.indentation).min() ?? 4
  }
}

/// A line of code with its columns.
struct CodeLine {
  private let source: SourceText
  /// Behind the marks of quotes.
  private let content: Range<Int>

  init(_ source: SourceText, _ line: Int, quotes: Int) {
    self.source = source
    let whole = source.lines.content(of: line)
    var start = whole.lowerBound
    for _ in 0..<quotes {
      var next = start
      while next < whole.upperBound, ByteClass.isSpaceOrTab(source.bytes[next]) { next += 1 }
      guard next < whole.upperBound, source.bytes[next] == 0x3E else { break }
      start = next + 1
      if start < whole.upperBound, source.bytes[start] == 0x20 { start += 1 }
    }
    content = start..<whole.upperBound
  }

  /// Columns of white space; `nil` for a blank line.
  var indentation: Int? {
    guard let first = source.bytes[content].firstIndex(where: { !ByteClass.isSpaceOrTab($0) })
    else { return nil }
    return column(of: first)
  }

  /// The column of a byte, tabs counted to the next multiple of four.
  func column(of index: Int) -> Int {
    var column = 0
    for byte in source.bytes[content.lowerBound..<max(content.lowerBound, index)] {
      column = byte == 0x09 ? (column / 4 + 1) * 4 : column + 1
    }
    return column
  }

  /// The line without white space up to this column.
  func text(without margin: Int) -> String {
    var column = 0
    var index = content.lowerBound
    while index < content.upperBound, column < margin, ByteClass.isSpaceOrTab(source.bytes[index]) {
      column = source.bytes[index] == 0x09 ? (column / 4 + 1) * 4 : column + 1
      index += 1
    }
    let rest = repeatElement(UInt8(0x20), count: max(0, column - margin))
    return String(decoding: Array(rest) + source.bytes[index..<content.upperBound], as: UTF8.self)
  }
}
