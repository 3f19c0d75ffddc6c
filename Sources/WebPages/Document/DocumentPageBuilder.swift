internal import FootnoteKit

/// Puts the page of a document together.
struct DocumentPageBuilder {
  let request: DocumentRequest
  let document: DocumentSummary
  let references: DocumentReferences
  let content: DocumentContent
  /// `nil` where the text cannot be shown.
  let reading: DocumentReading?
  let cited: CitedPlace?
  let related: [RelatedDocument]

  func context(in frame: PageFrameContext) -> DocumentPageContext {
    let margin = DocumentMargin(document, references)
    let language = TextLanguage.tag(
      declared: document.language, text: reading?.text.opening ?? document.title)
    let rendered = rendered()
    let headings = (rendered?.headings ?? []).filter { $0.level <= 3 }
      .map { DocumentContext.Heading(level: $0.level, anchor: $0.anchor, text: $0.text) }
    var page = frame.titled(document.title)
    page.query = request.question
    return DocumentPageContext(
      page: page,
      doc: DocumentContext(
        path: document.path, pathSegments: Self.segments(document.path), heading: document.title,
        kindText: document.type, date: margin.date(reading).map { DateContext($0.date) },
        lang: language, transcript: reading?.text.hasTimes ?? false,
        html: notices(rendered) + (rendered?.html ?? ""), back: back, cited: citedContext,
        contents: headings.count > 1 ? ListContext(headings) : nil,
        facts: margin.facts(reading, language: language), tags: margin.tags,
        links: elsewhere + margin.links, lists: margin.lists(related: related),
        unresolved: margin.unresolved))
  }

  // MARK: The text

  private func rendered() -> RenderedDocument? {
    guard let reading, reading.foreignEncoding == nil else { return nil }
    var writer = DocumentWriter(
      reading.text,
      DocumentWriter.Subject(
        title: document.title, recording: recording, cited: cited?.lines,
        wanted: cited == nil ? request.from : nil),
      DocumentLinkTable(document.path, references.links))
    return writer.write(upTo: reading.lineCount)
  }

  private var recording: String? { document.url.flatMap(OutsideAddress.safe) }

  /// Why the text is not there, or not all of it.
  private func notices(_ rendered: RenderedDocument?) -> String {
    var html = HTMLBuffer()
    let encoding = reading?.foreignEncoding.map {
      "This file is \($0). Convert it to UTF-8 to read it here."
    }
    if let notice = content.notice ?? encoding {
      html.markup("<div class=\"message\"><p>")
      html.text(notice)
      html.markup("</p></div>\n")
    } else if let reading {
      let last = rendered?.cutBehind ?? reading.lines.upperBound
      if !reading.isWhole || rendered?.cutBehind != nil {
        writeExtent(min(reading.lines.lowerBound, last)...last, of: reading.lineCount, to: &html)
      }
    }
    return html.string
  }

  private func writeExtent(
    _ lines: ClosedRange<Int>, of count: Int, to html: inout HTMLBuffer
  ) {
    html.markup("<div class=\"message\"><p>This file is long. Shown: ")
    html.text("\(LineReference.named(lines)) of \(count).")
    for (name, line) in [("Before", lines.lowerBound - 1), ("After", lines.upperBound + 1)]
    where (1...count).contains(line) {
      html.markup(" <a")
      html.attribute(
        "href", PageAddress.part(of: document.path, from: line, question: request.question))
      html.markup(">")
      html.text(name)
      html.markup("</a>")
    }
    html.markup("</p></div>\n")
  }

  // MARK: Around it

  private var citedContext: CitedContext? {
    guard let cited else { return nil }
    var recording: CitedContext.Recording?
    if let lines = cited.lines, let address = self.recording,
      let second = reading?.text.time(of: lines)
    {
      recording = CitedContext.Recording(
        href: TimedURL.url(address, second: second), time: ClockText.text(second))
    }
    return cited.context(path: document.path, recording: recording)
  }

  /// Where the cited text stands now, if that is another document.
  private var elsewhere: [LinkContext] {
    guard let place = cited?.elsewhere else { return [] }
    return [
      LinkContext(
        href: PageAddress.document(place.path, lines: place.lines, question: request.question),
        text: "Where the cited text stands now")
    ]
  }

  private static let longestQuestion = 48

  private var back: LinkContext? {
    guard !request.question.isEmpty else { return nil }
    let question = request.question
    let text =
      question.count > Self.longestQuestion
      ? question.prefix(Self.longestQuestion - 2) + "…" : question[...]
    return LinkContext(href: PageAddress.question(question), text: String(text))
  }

  /// The path cut behind each slash.
  static func segments(_ path: String) -> [String] {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return parts.dropLast().map { $0 + "/" } + parts.suffix(1)
  }
}
