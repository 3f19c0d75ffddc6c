internal import FootnoteKit

/// Writes the text of a document as HTML; the rules are those of the contract between templates and server.
///
/// Linear in the text, and bounded in what it writes: a few signs can stand for a long address.
struct DocumentWriter {
  /// What the page knows of the document.
  struct Subject {
    /// A first heading that says the same is left out.
    var title: String
    /// The address of the recording, where it is one that may be linked to.
    var recording: String?
    /// Lines to mark.
    var cited: ClosedRange<Int>?
    /// The line that the page is opened at.
    var wanted: Int?
  }

  /// Bytes of HTML behind which no further block is begun.
  static let maximumSize = 8 << 20

  let text: DocumentText
  let subject: Subject
  let links: DocumentLinkTable
  var html = HTMLBuffer()
  var anchors: AnchorBook
  var footnotes: FootnoteBook
  var budget = InlineBudget()
  var headings: [RenderedDocument.Heading] = []
  /// The first heading, where the page prints it as its title.
  let hiddenTitle: Int?
  private var cutBehind: Int?

  init(_ text: DocumentText, _ subject: Subject, _ links: DocumentLinkTable) {
    self.text = text
    self.subject = subject
    self.links = links
    anchors = AnchorBook(wanted: subject.wanted ?? subject.cited?.lowerBound)
    footnotes = FootnoteBook(text)
    hiddenTitle = Self.hiddenTitle(text, subject.title)
  }

  private static func hiddenTitle(_ text: DocumentText, _ title: String) -> Int? {
    let first = text.blocks.firstIndex { block in
      if case .heading = block.kind { return true }
      return false
    }
    guard let first, text.blocks[first].parent < 0, text.blocks[first].kind == .heading(level: 1)
    else { return nil }
    return text.plain(first) == title ? first : nil
  }

  /// The whole text.
  ///
  /// - Parameter last: The last line that may be asked for.
  mutating func write(upTo last: Int) -> RenderedDocument {
    for index in text.children(of: -1) {
      let block = text.blocks[index]
      if html.count > Self.maximumSize {
        cutBehind = block.lines.lowerBound - 1
        break
      }
      if isFootnote(block) { continue }
      if block.lines.lowerBound > 1 { writeWantedAnchor(in: 1...(block.lines.lowerBound - 1)) }
      write(index)
      writeWantedAnchor(in: 1...block.lines.upperBound)
    }
    writeFootnotes()
    writeWantedAnchor(in: 1...max(1, last), isLast: true)
    return RenderedDocument(html: html.string, headings: headings, cutBehind: cutBehind)
  }

  func isFootnote(_ block: TextBlock) -> Bool {
    if case .footnote? = block.leadIn { return true }
    return false
  }

  // MARK: Places

  /// For a wanted line that shows nothing, or that lies within a block: a place to scroll to.
  mutating func writeWantedAnchor(in lines: ClosedRange<Int>, isLast: Bool = false) {
    guard let wanted = anchors.wanted, lines.contains(wanted) else { return }
    // Footnotes come last, wherever they stand in the file.
    if !isLast, footnotes.contains(wanted, in: text) { return }
    guard anchors.take(line: wanted) else { return }
    writeAnchor(wanted)
  }

  mutating func writeAnchor(_ line: Int) {
    html.markup("<a class=\"line-anchor\" id=\"L")
    html.number(line)
    html.markup("\"></a>")
  }

  /// The id of the first line, for the outermost element that begins there, and the lines.
  mutating func writePlace(_ lines: ClosedRange<Int>, hasLineID: Bool = true) {
    if hasLineID, anchors.take(line: lines.lowerBound) {
      html.markup(" id=\"L")
      html.number(lines.lowerBound)
      html.markup("\"")
    }
    html.markup(" data-lines=\"")
    html.number(lines.lowerBound)
    if lines.count > 1 {
      html.markup("–")
      html.number(lines.upperBound)
    }
    html.markup("\"")
  }

  func isCited(_ lines: ClosedRange<Int>) -> Bool { subject.cited?.overlaps(lines) ?? false }

  /// Where the wanted line lies within a block: at its beginning.
  mutating func writeInnerAnchor(_ lines: ClosedRange<Int>) {
    if let line = anchors.takeWanted(in: lines) { writeAnchor(line) }
  }
}
