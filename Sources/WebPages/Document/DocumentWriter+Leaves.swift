internal import FootnoteKit

/// Code, tables and blocks of HTML.
extension DocumentWriter {
  mutating func writeCode(_ index: Int) {
    let block = text.blocks[index]
    html.markup("<pre tabindex=\"0\"")
    writePlace(block.lines)
    html.markup(isCited(block.lines) ? " class=\"cited\"><code>" : "><code>")
    for (line, code) in text.codeLines(of: index) {
      writeInnerAnchor(line...line)
      html.text(code)
      html.markup("\n")
    }
    html.markup("</code></pre>\n")
  }

  // MARK: Tables

  mutating func writeTable(_ index: Int) {
    let block = text.blocks[index]
    let alignments = text.alignments(of: index)
    html.markup("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">")
    // The line below the head has no row of its own.
    let delimiters = block.lines.lowerBound + 1
    writeInnerAnchor(delimiters...delimiters)
    html.markup("<table")
    writePlace(block.lines)
    html.markup(">\n")
    let rows = text.rows(of: index, &budget)
    for (number, row) in rows.enumerated() {
      if number == 0 { html.markup("<thead>\n") }
      if number == 1 { html.markup("<tbody>\n") }
      writeRow(row, alignments, isHead: number == 0)
      if number == 0 { html.markup("</thead>\n") }
    }
    html.markup(rows.count > 1 ? "</tbody>\n</table></div>\n" : "</table></div>\n")
  }

  private mutating func writeRow(
    _ row: TextRow, _ alignments: [ColumnAlignment?], isHead: Bool
  ) {
    html.markup("<tr")
    writePlace(row.line...row.line)
    html.markup(isCited(row.line...row.line) ? " class=\"cited\">\n" : ">\n")
    for (column, cell) in row.cells.enumerated() {
      html.markup(isHead ? "<th" : "<td")
      if alignments.indices.contains(column), let alignment = alignments[column] {
        html.attribute("align", alignment.rawValue)
      }
      html.markup(">")
      write(cell)
      html.markup(isHead ? "</th>\n" : "</td>\n")
    }
    html.markup("</tr>\n")
  }

  // MARK: HTML

  /// The text of the block; tags are not HTML here. A block of comments alone shows nothing, unless somebody
  /// cites it.
  mutating func writeHTML(_ index: Int) {
    let block = text.blocks[index]
    let pieces = text.pieces(of: index, &budget)
    let isShown = pieces.contains { shows($0) }
    guard isShown || isCited(block.lines) else { return }
    html.markup("<p")
    writePlace(block.lines)
    html.markup(isCited(block.lines) ? " class=\"cited\">" : ">")
    writeInnerAnchor(block.lines)
    if isShown {
      write(pieces)
    } else {
      html.markup("<code>")
      for piece in pieces {
        if case .html(let source) = piece { html.text(source) }
      }
      html.markup("</code>")
    }
    html.markup("</p>\n")
  }

  private func shows(_ piece: InlinePiece) -> Bool {
    switch piece {
    case .text(let text): text.contains { !$0.isWhitespace }
    case .html(let source): RawHTML(source) == .text
    case .softBreak, .lineBreak, .open, .close, .blockName: false
    default: true
    }
  }
}
