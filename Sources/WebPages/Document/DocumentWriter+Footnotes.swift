internal import FootnoteKit

extension DocumentWriter {
  mutating func writeFootnoteReference(_ label: String, isInLink: Bool) {
    guard !isInLink, let (note, reference) = footnotes.refer(to: label) else {
      html.text("[^\(label)]")
      return
    }
    html.markup("<sup><a id=\"")
    writeReferenceID(note, reference)
    html.markup("\" href=\"#fn-")
    html.number(note)
    html.markup("\" aria-label=\"Footnote ")
    html.number(note)
    html.markup("\">")
    html.number(note)
    html.markup("</a></sup>")
  }

  private mutating func writeReferenceID(_ note: Int, _ reference: Int) {
    html.markup("fnref-")
    html.number(note)
    if reference > 1 {
      html.markup("-")
      html.number(reference)
    }
  }

  /// All footnotes, those first that the text refers to. A footnote may refer to others.
  mutating func writeFootnotes() {
    var number = 0
    var hasAddedUnused = false
    while true {
      if number == footnotes.notes.count {
        if hasAddedUnused { break }
        footnotes.addUnused()
        hasAddedUnused = true
        continue
      }
      if number == 0 {
        html.markup("<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n")
      }
      number += 1
      writeFootnote(number)
    }
    if number > 0 { html.markup("</ol>\n</section>\n") }
  }

  private mutating func writeFootnote(_ number: Int) {
    let note = footnotes.notes[number - 1]
    let block = text.blocks[note.block]
    html.markup("<li id=\"fn-")
    html.number(number)
    html.markup("\"")
    writePlace(block.lines, hasLineID: false)
    html.markup(isCited(block.lines) ? " class=\"cited\">" : ">")
    writeInnerAnchor(block.lines)
    write(text.pieces(of: note.block, &budget))
    // Asked again: the text of a footnote may refer to itself.
    for reference in stride(from: 1, through: footnotes.notes[number - 1].references, by: 1) {
      html.markup(" <a href=\"#")
      writeReferenceID(number, reference)
      html.markup("\" aria-label=\"Back to the text\">↩</a>")
    }
    html.markup("</li>\n")
  }
}
