internal import FootnoteKit

extension DocumentWriter {
  /// What ends a span that was opened.
  private struct Ending {
    let markup: StaticString
    /// No link may begin within.
    var isLink = false
  }

  /// Deeper spans are text.
  private static let maximumDepth = 32

  /// Writes the inline markup of a block; every element that is opened is closed.
  mutating func write(_ pieces: [InlinePiece]) {
    var endings: [Ending] = []
    for (index, piece) in pieces.enumerated() {
      let isInLink = endings.contains { $0.isLink }
      switch piece {
      case .open(let span):
        endings.append(open(span, isInLink: isInLink, isDeep: endings.count >= Self.maximumDepth))
        let isEmpty = index + 1 < pieces.count && pieces[index + 1] == .close
        if case .image = span, isEmpty { html.markup("Image") }
      case .close:
        if let ending = endings.popLast() { html.markup(ending.markup) }
      default: writeLeaf(piece, isInLink: isInLink)
      }
    }
    for ending in endings.reversed() { html.markup(ending.markup) }
  }

  private mutating func writeLeaf(_ piece: InlinePiece, isInLink: Bool) {
    switch piece {
    case .text(let text): html.text(text)
    case .code(let text):
      html.markup("<code>")
      html.text(text)
      html.markup("</code>")
    case .html(let source): writeRaw(source)
    case .softBreak: html.markup("\n")
    case .lineBreak: html.markup("<br>\n")
    case .address(let address): writeAddress(address, isInLink: isInLink)
    case .reference(let link, let shown): writeReference(link, shown, isInLink: isInLink)
    case .footnote(let label): writeFootnoteReference(label, isInLink: isInLink)
    case .tag(let tag): writeTag(tag, isInLink: isInLink)
    case .blockName(let name): writeBlockName(name, isInLink: isInLink)
    case .time(let second): writeTime(second, isInLink: isInLink)
    case .open, .close: break
    }
  }

  private mutating func writeRaw(_ source: String) {
    switch RawHTML(source) {
    case .text: html.text(source)
    case .lineBreak: html.markup("<br>")
    case .nothing: break
    }
  }

  // MARK: Spans

  private mutating func open(_ span: InlineSpan, isInLink: Bool, isDeep: Bool) -> Ending {
    guard !isDeep else { return Ending(markup: "", isLink: isInLink) }
    switch span {
    case .emphasis:
      html.markup("<em>")
      return Ending(markup: "</em>")
    case .strong:
      html.markup("<strong>")
      return Ending(markup: "</strong>")
    case .deleted:
      html.markup("<del>")
      return Ending(markup: "</del>")
    case .highlighted:
      html.markup("<mark>")
      return Ending(markup: "</mark>")
    case .link(let address, let title):
      return isInLink ? Ending(markup: "") : openLink(links.target(of: address), title: title)
    case .image(let address, let title):
      guard !isInLink else { return Ending(markup: "") }
      // Pictures are not served, and those of others are not asked for.
      let target: DocumentLinkTable.Target =
        OutsideAddress.safe(address).map { .outside(address: $0) } ?? .nowhere
      return openLink(target, title: title)
    }
  }

  private mutating func openLink(
    _ target: DocumentLinkTable.Target, title: String = ""
  ) -> Ending {
    // The same few signs again and again must not become a page without end.
    guard html.count < Self.maximumSize * 2 else { return Ending(markup: "", isLink: true) }
    switch target {
    case .page(let address):
      html.markup("<a")
      html.attribute("href", address)
    case .citation(let address):
      html.markup("<a class=\"cite\"")
      html.attribute("href", address)
    case .outside(let address):
      html.markup("<a")
      html.attribute("href", address)
      html.markup(" rel=\"external noreferrer\"")
    case .nowhere:
      html.markup("<span class=\"missing\"")
    }
    if !title.isEmpty { html.attribute("title", title) }
    html.markup(">")
    return Ending(markup: target == .nowhere ? "</span>" : "</a>", isLink: true)
  }

  private mutating func writeLink(_ target: DocumentLinkTable.Target, _ text: String) {
    let ending = openLink(target)
    html.text(text)
    html.markup(ending.markup)
  }

  // MARK: Beyond CommonMark

  private mutating func writeReference(_ link: Link, _ shown: String, isInLink: Bool) {
    let text = shown.isEmpty ? link.target : shown
    if isInLink { html.text(text) } else { writeLink(links.target(of: link), text) }
  }

  private mutating func writeAddress(_ address: String, isInLink: Bool) {
    let isComplete = address.lowercased().hasPrefix("http")
    guard !isInLink, let safe = OutsideAddress.safe(isComplete ? address : "http://" + address)
    else {
      html.text(address)
      return
    }
    writeLink(.outside(address: safe), address)
  }

  private mutating func writeTag(_ tag: String, isInLink: Bool) {
    if isInLink {
      html.text("#" + tag)
    } else {
      writeLink(.page(address: PageAddress.question("tag:" + tag)), "#" + tag)
    }
  }

  private mutating func writeBlockName(_ name: String, isInLink: Bool) {
    let anchor = HeadingSlug.blockAnchor(for: name)
    guard !isInLink, anchors.take(name: anchor) else { return }
    html.markup("<a class=\"line-anchor\"")
    html.attribute("id", anchor)
    html.markup("></a>")
  }

  private mutating func writeTime(_ second: Double, isInLink: Bool) {
    let time = ClockText.text(second)
    guard !isInLink, let recording = subject.recording else {
      html.markup("<span class=\"timestamp\">")
      html.text(time)
      html.markup("</span> ")
      return
    }
    html.markup("<a class=\"timestamp\"")
    html.attribute("href", TimedURL.url(recording, second: second))
    html.markup(" rel=\"external noreferrer\"><span class=\"visually-hidden\">Recording at </span>")
    html.text(time)
    html.markup("</a> ")
  }
}
