internal import FootnoteKit

extension DocumentWriter {
  /// Writes a block with all that it holds. The depth of blocks is bounded by how they are found.
  mutating func write(_ index: Int) {
    let block = text.blocks[index]
    switch block.kind {
    case .paragraph: writeParagraph(index)
    case .heading(let level): writeHeading(index, level: level)
    case .code: writeCode(index)
    case .html: writeHTML(index)
    case .rule:
      html.markup("<hr")
      writePlace(block.lines)
      html.markup(">\n")
    case .table: writeTable(index)
    case .definition: break
    case .quote: writeQuote(index)
    case .list(let style): writeList(index, style)
    // Items stand in lists.
    case .item: writeItem(index, isTight: false)
    }
  }

  mutating func writeChildren(of index: Int) {
    for child in text.children(of: index) where !isFootnote(text.blocks[child]) { write(child) }
  }

  private mutating func writeHeading(_ index: Int, level: Int) {
    guard index != hiddenTitle else { return }
    let block = text.blocks[index]
    let title = text.plain(index)
    let anchor = anchors.unique(HeadingSlug.anchor(for: title))
    let level = max(2, min(6, level))
    if block.parent < 0 {
      headings.append(RenderedDocument.Heading(level: level, anchor: anchor, text: title))
    }
    html.markup(Self.openings[level - 2])
    html.attribute("id", anchor)
    writePlace(block.lines, hasLineID: false)
    if isCited(block.lines) { html.markup(" class=\"cited\"") }
    html.markup(">")
    writeInnerAnchor(block.lines)
    write(text.pieces(of: index, &budget))
    html.markup(Self.closings[level - 2])
  }

  private static let openings: [StaticString] = ["<h2", "<h3", "<h4", "<h5", "<h6"]
  private static let closings: [StaticString] = [
    "</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n",
  ]

  // MARK: Paragraphs

  private mutating func writeParagraph(_ index: Int) {
    let block = text.blocks[index]
    guard case .callout(let name)? = block.leadIn else {
      writeParagraph(block.lines, text.pieces(of: index, &budget), leadIn: block.leadIn)
      return
    }
    let first = block.lines.lowerBound
    let title = text.pieces(of: index, lines: first...first, &budget)
    html.markup("<p")
    writePlace(first...first)
    html.markup(
      isCited(first...first) ? " class=\"callout-title cited\">" : " class=\"callout-title\">")
    if title.isEmpty {
      let words = name.replacing("-", with: " ")
      html.text(words.prefix(1).uppercased() + words.dropFirst())
    } else {
      write(title)
    }
    html.markup("</p>\n")
    guard first < block.lines.upperBound else { return }
    let rest = (first + 1)...block.lines.upperBound
    writeParagraph(rest, text.pieces(of: index, lines: rest, &budget))
  }

  private mutating func writeParagraph(
    _ lines: ClosedRange<Int>, _ pieces: [InlinePiece], leadIn: TextBlock.LeadIn? = nil
  ) {
    html.markup("<p")
    writePlace(lines)
    html.markup(isCited(lines) ? " class=\"cited\">" : ">")
    writeInnerAnchor(lines)
    writeLeadIn(leadIn)
    write(pieces)
    html.markup("</p>\n")
  }

  private mutating func writeLeadIn(_ leadIn: TextBlock.LeadIn?) {
    guard case .task(let isDone)? = leadIn else { return }
    html.markup("<input type=\"checkbox\" disabled")
    html.markup(isDone ? " checked aria-label=\"Done\"> " : " aria-label=\"To do\"> ")
  }

  // MARK: Quotes and lists

  private mutating func writeQuote(_ index: Int) {
    let first = text.children(of: index).first.map { text.blocks[$0].leadIn }
    html.markup("<blockquote")
    if case .callout?? = first { html.markup(" class=\"callout\"") }
    writePlace(text.blocks[index].lines)
    html.markup(">\n")
    writeChildren(of: index)
    html.markup("</blockquote>\n")
  }

  private mutating func writeList(_ index: Int, _ style: ListStyle) {
    let items = text.children(of: index)
    let hasTasks = items.contains { item in
      text.children(of: item).first.map {
        if case .task? = text.blocks[$0].leadIn { true } else { false }
      } ?? false
    }
    html.markup(style.start == nil ? "<ul" : "<ol")
    if let start = style.start, start != 1 {
      html.markup(" start=\"")
      html.number(start)
      html.markup("\"")
    }
    if hasTasks, style.start == nil { html.markup(" class=\"task-list\"") }
    writePlace(text.blocks[index].lines)
    html.markup(">\n")
    for item in items { writeItem(item, isTight: style.isTight) }
    html.markup(style.start == nil ? "</ul>\n" : "</ol>\n")
  }

  /// An item of one paragraph is marked itself, so that its number is marked too.
  private mutating func writeItem(_ index: Int, isTight: Bool) {
    let block = text.blocks[index]
    let children = text.children(of: index).filter { !isFootnote(text.blocks[$0]) }
    let isLeaf =
      children.isEmpty || (children.count == 1 && text.blocks[children[0]].kind == .paragraph)
    html.markup("<li")
    writePlace(block.lines)
    html.markup(isLeaf && isCited(block.lines) ? " class=\"cited\">" : ">")
    if isLeaf, let only = children.first {
      let paragraph = text.blocks[only]
      if !isTight {
        html.markup("<p")
        writePlace(paragraph.lines)
        html.markup(">")
      }
      writeInnerAnchor(paragraph.lines)
      writeLeadIn(paragraph.leadIn)
      write(text.pieces(of: only, &budget))
      if !isTight { html.markup("</p>") }
    } else if !isLeaf {
      html.markup("\n")
      for child in children { write(child) }
    }
    html.markup("</li>\n")
  }
}
