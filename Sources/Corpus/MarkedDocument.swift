/// A document ready to be split: its blocks, what each byte means, and the times of a transcript.
struct MarkedDocument {
  let source: SourceText
  let forest: BlockForest
  let marked: MarkedText
  let times: TranscriptTimes
  let findings: InlineScanner.Findings
  let definitions: LinkDefinitions
  /// For every line the offset of its text behind the container markers.
  let contentStarts: [UInt32]

  /// - Parameter isTranscript: whether the file says of itself that it holds times.
  init(_ source: SourceText, skipping: Int, isTranscript: Bool) {
    let parser = BlockParser(source, skipping: skipping)
    var marked = BlockMarkup(parser).marked
    var times = TranscriptTimes()
    let forest = parser.forest
    for (index, leaf) in forest.entries.enumerated() {
      guard leaf.kind == .paragraph || leaf.kind.isHeading else { continue }
      times.look(
        at: marked.bytes, leaf.first...leaf.last, of: source.lines,
        isInList: forest.isInside(.item, index))
    }
    for range in times.settle(isTranscript: isTranscript) { marked.blank(range) }
    var scanner = InlineScanner(marked, lines: source.lines, definitions: parser.definitions)
    for leaf in forest.entries {
      switch leaf.kind {
      case .paragraph, .heading, .html:
        scanner.scan(source.lines.content(of: leaf.first...leaf.last))
      case .table:
        for line in leaf.first...leaf.last {
          scanner.scan(source.lines.content(of: line), isTable: true)
        }
      default:
        continue
      }
    }
    self.source = source
    self.times = times
    self.forest = forest
    definitions = parser.definitions
    contentStarts = parser.outline.contentStarts
    findings = scanner.findings
    self.marked = scanner.marked
  }

  /// The bytes of a block without white space at the ends.
  func bytes(of entry: BlockForest.Entry) -> Range<Int> {
    source.trimmed(source.lines.content(of: entry.first...entry.last))
  }

  /// The plain text of a block.
  func plain(_ entry: BlockForest.Entry) -> String { marked.plain(bytes(of: entry)) }

  /// The first heading of this level at the top of the document, as plain text.
  func firstHeading(level: Int) -> String? {
    for entry in forest.entries where entry.parent < 0 && entry.kind == .heading(level: level) {
      let text = plain(entry)
      if !text.isEmpty { return text }
    }
    return nil
  }

  /// The first line that shows anything, as plain text, headings aside.
  func firstLine() -> String? {
    for entry in forest.entries where !entry.kind.isContainer && !entry.kind.isHeading {
      for line in entry.first...entry.last {
        let text = marked.plain(source.lines.content(of: line))
        if !text.isEmpty { return text }
      }
    }
    return nil
  }

  /// Every heading, also those in quotes and lists.
  func headings() -> [Heading] {
    forest.entries.compactMap { entry in
      guard case .heading(let level) = entry.kind else { return nil }
      return Heading(level: level, text: plain(entry), line: entry.first)
    }
  }

  /// A file may be one paragraph of megabytes.
  private static let maximumOpening = 4_096

  /// The first paragraph that shows anything; one at the top that is more than a list of facts before all
  /// others.
  func opening() -> String {
    var fallback = ""
    for entry in forest.entries where entry.kind == .paragraph {
      let isProse = entry.parent < 0 && !isFacts(entry)
      guard isProse || fallback.isEmpty else { continue }
      let range = bytes(of: entry)
      var end = min(range.upperBound, range.lowerBound + Self.maximumOpening)
      while end < range.upperBound, !UTF8Scalar.isBoundary(in: source.bytes, at: end) { end -= 1 }
      let text = marked.plain(range.lowerBound..<end)
      if text.isEmpty { continue }
      if isProse { return text }
      fallback = text
    }
    return fallback
  }

  /// Whether every one of several lines is a bold label with a value: `**Speaker:** …`.
  private func isFacts(_ entry: BlockForest.Entry) -> Bool {
    entry.last > entry.first
      && (entry.first...entry.last).allSatisfy { line in
        let content = source.bytes[source.lines.content(of: line)]
        guard content.starts(with: [0x2A, 0x2A]),
          let end = content.dropFirst(2).firstIndex(of: 0x2A)
        else { return false }
        return content[end - 1] == 0x3A
          || content.dropFirst(end + 2 - content.startIndex).first == 0x3A
      }
  }
}
