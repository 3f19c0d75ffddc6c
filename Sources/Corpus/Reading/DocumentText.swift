/// The text of a document for whoever shows it: its blocks with their lines, and the inline markup of each.
///
///     let text = DocumentText(bytes, skipping: 12)
///     for (index, block) in text.blocks.enumerated() where block.kind == .paragraph {
///       print(block.lines, text.pieces(of: index, &budget))
///     }
///
/// Blocks are those that passages are cut from, so that lines are the same everywhere. Takes any bytes, in time
/// linear to their number; `InlineBudget` bounds what cmark may take.
package struct DocumentText {
  /// In the order of the file, containers before what they hold.
  package let blocks: [TextBlock]
  let document: MarkedDocument
  let reader: InlineReader
  /// Number of lines of the file before the first one of this text.
  let offset: Int

  /// - Parameters:
  ///   - bytes: A file, or whole lines of one.
  ///   - skipping: Number of lines of front matter at the beginning.
  ///   - offset: Number of lines of the file before these bytes.
  ///   - isTranscript: Whether the file says of itself that it holds times of a recording.
  package init(
    _ bytes: [UInt8], skipping: Int = 0, offset: Int = 0, isTranscript: Bool = false
  ) {
    self.init(SourceText(bytes), skipping: skipping, offset: offset, isTranscript: isTranscript)
  }

  init(_ source: SourceText, skipping: Int, offset: Int, isTranscript: Bool) {
    let document = MarkedDocument(source, skipping: skipping, isTranscript: isTranscript)
    self.document = document
    self.offset = offset
    reader = InlineReader(document)
    blocks = document.forest.entries.enumerated().map { index, entry in
      TextBlock(
        kind: Self.kind(of: entry), lines: (entry.first + offset)...(entry.last + offset),
        parent: entry.parent, end: entry.end, leadIn: LeadInReader(document).leadIn(of: index))
    }
  }

  private static func kind(of entry: BlockForest.Entry) -> TextBlock.Kind {
    switch entry.kind {
    case .paragraph: .paragraph
    case .heading(let level): .heading(level: level)
    case .code: .code
    case .html: .html
    case .thematicBreak: .rule
    case .table: .table
    case .definition: .definition
    case .quote: .quote
    case .list: .list(entry.list ?? ListStyle(start: nil, isTight: true))
    case .item: .item
    }
  }

  /// The blocks directly in the one at `index`, or at the top for -1.
  package func children(of index: Int) -> [Int] { document.forest.children(of: index) }

  /// Whether the text has times of a recording.
  package var hasTimes: Bool { !document.times.isEmpty }

  /// Number of words.
  package var wordCount: Int { document.source.wordCount(textRange) }

  /// Number of letters, digits and the like: what is no white space.
  package var characterCount: Int {
    String(decoding: document.source.bytes[textRange], as: UTF8.self).count { !$0.isWhitespace }
  }

  /// The beginning of the first paragraph, as plain text.
  package var opening: String { document.opening() }

  /// The text without front matter, markup included.
  private var textRange: Range<Int> {
    let first = document.forest.entries.first?.first ?? 1
    return document.source.lines.content(of: first).lowerBound..<document.source.bytes.count
  }

  /// A block as plain text.
  package func plain(_ index: Int) -> String { document.plain(document.forest.entries[index]) }

  /// Lines of the file as plain text, as passages show it.
  package func plain(lines: ClosedRange<Int>) -> String {
    document.marked.plain(bytes(of: lines))
  }

  /// The second of the recording at which lines of the file begin.
  package func time(of lines: ClosedRange<Int>) -> Double? {
    document.times.time(in: document.source.trimmed(bytes(of: lines)), notBefore: 0)
  }

  private func bytes(of lines: ClosedRange<Int>) -> Range<Int> {
    let first = max(1, lines.lowerBound - offset)
    let last = min(document.source.lines.count, lines.upperBound - offset)
    return last < first ? 0..<0 : document.source.lines.content(of: first...last)
  }
}

extension DocumentText {
  /// The inline markup of a paragraph, a heading or a block of HTML.
  ///
  /// - Parameter lines: Only these lines of the file.
  package func pieces(
    of index: Int, lines: ClosedRange<Int>? = nil, _ budget: inout InlineBudget
  ) -> [InlinePiece] {
    let entry = document.forest.entries[index]
    let first = max(entry.first, (lines?.lowerBound ?? 0) - offset)
    let last = min(entry.last, (lines?.upperBound ?? Int.max) - offset)
    guard first <= last else { return [] }
    var text = reader.text(from: document.source.lines.content(of: first).lowerBound)
    for line in first...last {
      let range = content(of: line, isFirst: line == entry.first)
      // The line below a heading, and other lines of nothing but marks.
      guard !document.source.isBlank(range, in: document.marked.bytes) else { continue }
      text.append(range)
      text.endLine(range)
    }
    return reader.pieces(of: text, &budget)
  }

  /// The text of a line behind its container markers, of the bytes in which other markers are blank.
  private func content(of line: Int, isFirst: Bool) -> Range<Int> {
    let whole = document.source.lines.content(of: line)
    guard isFirst else { return whole }
    return min(Int(document.contentStarts[line - 1]), whole.upperBound)..<whole.upperBound
  }

  /// The rows of a table, the head first.
  package func rows(of index: Int, _ budget: inout InlineBudget) -> [TextRow] {
    let entry = document.forest.entries[index]
    var rows: [TextRow] = []
    for line in entry.first...entry.last where line != entry.first + 1 {
      let range = content(of: line, isFirst: line == entry.first)
      var text = reader.text(from: range.lowerBound)
      text.append(range)
      rows.append(TextRow(line: line + offset, cells: reader.cells(of: text, &budget)))
    }
    return rows
  }

  /// How the columns of a table are set; `nil` where nothing is said.
  package func alignments(of index: Int) -> [ColumnAlignment?] {
    let line = document.forest.entries[index].first + 1
    let delimiters = document.source.bytes[document.source.lines.content(of: line)]
      .drop { ByteClass.isSpaceOrTab($0) || $0 == 0x3E }
    return TableSyntax.cells(of: delimiters).map { cell in
      switch (cell.first == 0x3A, cell.last == 0x3A) {
      case (true, true): .center
      case (true, false): .left
      case (false, true): .right
      case (false, false): nil
      }
    }
  }
}

extension SourceText {
  /// Whether a range of `bytes`, which lie as those of the file do, shows nothing.
  func isBlank(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    range.allSatisfy { ByteClass.isSpaceOrTab(bytes[$0]) }
  }
}
