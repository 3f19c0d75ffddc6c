/// Reads the inline markup of blocks: cmark what is CommonMark, and in the place of markers what the scanner of
/// the index has found.
struct InlineReader {
  private let document: MarkedDocument
  /// In the order of their bytes.
  private let extras: [InlineExtra]

  init(_ document: MarkedDocument) {
    self.document = document
    extras = document.findings.extras.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  /// An empty text that begins at this byte.
  func text(from start: Int) -> InlineText {
    InlineText(document, extras: extras, from: start)
  }

  /// The pieces of a text.
  func pieces(of text: InlineText, _ budget: inout InlineBudget) -> [InlinePiece] {
    pieces(of: text.bytes, text, budget: &budget)
  }

  /// The pieces of each cell of a row.
  func cells(of text: InlineText, _ budget: inout InlineBudget) -> [[InlinePiece]] {
    TableSyntax.cells(of: text.bytes[...]).map { cell in
      pieces(of: Self.withoutEscapedPipes(cell), text, budget: &budget)
    }
  }

  /// In a table a backslash before a pipe belongs to the table and not to the cell.
  private static func withoutEscapedPipes(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(cell.count)
    for byte in cell {
      if byte == 0x7C, result.last == 0x5C { result.removeLast() }
      result.append(byte)
    }
    return result
  }

  // MARK: cmark

  private func pieces(
    of bytes: [UInt8], _ text: InlineText, budget: inout InlineBudget
  ) -> [InlinePiece] {
    var raw: [InlinePiece]
    if text.isPlain {
      raw = Self.lines(of: bytes)
    } else if budget.take(min(text.specials, bytes.count) * bytes.count),
      let tree = MarkdownTree(bytes + definitions(for: bytes))
    {
      raw = tree.inlines()
    } else {
      raw = Self.lines(of: bytes)
    }
    var expansion = InlineExpansion(document, extras: extras, substitutes: text.substitutes)
    for piece in raw { expansion.add(piece) }
    return expansion.finish()
  }

  /// Text without markup.
  private static func lines(of bytes: [UInt8]) -> [InlinePiece] {
    var pieces: [InlinePiece] = []
    for line in bytes.split(separator: 0x0A) {
      if !pieces.isEmpty { pieces.append(.softBreak) }
      pieces.append(.text(String(decoding: line, as: UTF8.self)))
    }
    return pieces
  }

  /// The definitions of the labels that a text may refer to, behind a blank line.
  private func definitions(for text: [UInt8]) -> [UInt8] {
    guard !document.definitions.isEmpty else { return [] }
    var result: [UInt8] = []
    var seen: Set<ArraySlice<UInt8>> = []
    var start: Int?
    for (index, byte) in text.enumerated() {
      if byte == 0x5B {
        start = index + 1
      } else if byte == 0x5D, let first = start {
        start = nil
        let label = text[first..<index]
        guard label.count < 1_000, let target = document.definitions.target(of: label),
          seen.insert(label).inserted
        else { continue }
        result += "\n\n[".utf8 + label + "]: <".utf8 + Self.enclosed(target) + ">".utf8
      }
    }
    return result
  }

  /// A target such that it may stand in angle brackets.
  private static func enclosed(_ target: String) -> [UInt8] {
    var result: [UInt8] = []
    var isEscaped = false
    for byte in target.utf8 {
      if byte == 0x3C || byte == 0x3E, !isEscaped { result.append(0x5C) }
      isEscaped = byte == 0x5C && !isEscaped
      result.append(byte)
    }
    if isEscaped { result.append(0x5C) }
    return result
  }
}
