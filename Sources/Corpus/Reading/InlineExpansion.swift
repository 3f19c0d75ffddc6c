/// Puts what markers stand for into the pieces that cmark has made.
struct InlineExpansion {
  private let document: MarkedDocument
  private let extras: [InlineExtra]
  private let substitutes: [InlineText.Substitute]
  private var pieces: [InlinePiece] = []
  /// What is open, innermost last: spans of CommonMark, and the places of delimiters that wait for a partner.
  private var open: [Opening] = []

  private enum Opening {
    case span
    case delimiter(place: Int, mark: UInt8)
  }

  init(
    _ document: MarkedDocument, extras: [InlineExtra], substitutes: [InlineText.Substitute]
  ) {
    self.document = document
    self.extras = extras
    self.substitutes = substitutes
  }

  mutating func add(_ piece: InlinePiece) {
    switch piece {
    case .text(let text): addText(text)
    case .code(let text): pieces.append(.code(written(text)))
    case .html(let text): pieces.append(.html(written(text)))
    case .open(let span):
      open.append(.span)
      pieces.append(.open(written(span)))
    case .close:
      // A delimiter whose partner stands outside is text.
      while let last = open.popLast(), case .delimiter = last {}
      pieces.append(.close)
    default: pieces.append(piece)
    }
  }

  func finish() -> [InlinePiece] { pieces }

  // MARK: Text

  private mutating func addText(_ text: String) {
    for part in InlineMarker.parts(of: text) {
      switch part {
      case .text(let text): pieces.append(.text(text))
      case .marker(let number):
        guard substitutes.indices.contains(number) else { continue }
        switch substitutes[number] {
        case .time(let second): pieces.append(.time(second))
        case .extra(let place): addExtra(extras[place])
        }
      }
    }
  }

  private mutating func addExtra(_ extra: InlineExtra) {
    switch extra.kind {
    case .reference(let place, let shown):
      let link = document.findings.links[place]
      let text = shown.map { document.marked.plain($0) } ?? Self.name(of: link)
      pieces.append(.reference(link, shown: text))
    case .footnote: pieces.append(.footnote(label: inner(extra, dropping: 2, 1)))
    case .tag: pieces.append(.tag(inner(extra, dropping: 1, 0)))
    case .blockName: pieces.append(.blockName(inner(extra, dropping: 1, 0)))
    case .address: pieces.append(.address(source(extra.bytes)))
    case .delimiter: addDelimiter(extra)
    }
  }

  /// What is shown for a page without another text.
  private static func name(of link: Link) -> String {
    [link.target, link.fragment ?? ""].filter { !$0.isEmpty }.joined(separator: " > ")
  }

  /// Opens a span, or closes the one that this mark has opened, if nothing else was opened in between.
  private mutating func addDelimiter(_ extra: InlineExtra) {
    let mark = document.source.bytes[extra.bytes.lowerBound]
    if case .delimiter(let place, mark)? = open.last {
      open.removeLast()
      pieces[place] = .open(mark == 0x7E ? .deleted : .highlighted)
      pieces.append(.close)
    } else {
      open.append(.delimiter(place: pieces.count, mark: mark))
      pieces.append(.text(source(extra.bytes)))
    }
  }

  // MARK: As written

  private func source(_ range: Range<Int>) -> String {
    String(decoding: document.source.bytes[range], as: UTF8.self)
  }

  private func inner(_ extra: InlineExtra, dropping first: Int, _ last: Int) -> String {
    source(extra.bytes.lowerBound + first..<extra.bytes.upperBound - last)
  }

  /// A text that holds no markup, markers as they were written.
  private func written(_ text: String) -> String {
    InlineMarker.parts(of: text).map { part in
      switch part {
      case .text(let text): return text
      case .marker(let number):
        guard substitutes.indices.contains(number), case .extra(let place) = substitutes[number]
        else { return "" }
        return source(extras[place].bytes)
      }
    }.joined()
  }

  private func written(_ span: InlineSpan) -> InlineSpan {
    switch span {
    case .link(let address, let title):
      .link(address: written(address), title: written(title))
    case .image(let address, let title):
      .image(address: written(address), title: written(title))
    default: span
    }
  }
}
