internal import FootnoteKit

/// What `passage.mustache` reads: the text behind a citation, for the margin.
struct PassageContext: Sendable {
  struct Passage: Sendable {
    var href: String
    var pathSegments: [String]
    var lineText: String
    var date: DateContext?
    var type: String
    var lang: String?
    /// Safe HTML: escaped text.
    var textHtml: String
  }

  var passage: Passage

  /// Characters that are shown.
  private static let longest = 900

  /// - Returns: `nil` where the lines are not there, or show nothing.
  init?(_ document: DocumentSummary, _ reading: DocumentReading, _ lines: ClosedRange<Int>) {
    guard reading.foreignEncoding == nil, lines.lowerBound <= reading.lineCount else { return nil }
    let text = reading.text.plain(lines: lines)
    if text.isEmpty { return nil }
    var html = HTMLBuffer()
    html.text(Self.shortened(text))
    passage = Passage(
      href: PageAddress.document(document.path, lines: lines),
      pathSegments: DocumentPageBuilder.segments(document.path),
      lineText: LineReference.text(lines), date: document.date.map(DateContext.init),
      type: document.type, lang: TextLanguage.tag(declared: document.language, text: text),
      textHtml: html.string)
  }

  /// Cut at a word.
  private static func shortened(_ text: String) -> String {
    guard let end = text.index(text.startIndex, offsetBy: longest, limitedBy: text.endIndex),
      end < text.endIndex
    else { return text }
    let short = text[..<end]
    let space = short.lastIndex(of: " ").map { short[..<$0] } ?? short
    return (short.count - space.count < 40 ? space : short) + " …"
  }
}
