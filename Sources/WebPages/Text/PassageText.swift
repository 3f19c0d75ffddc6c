internal import FootnoteKit
internal import TerminalOutput

/// The part of a passage that shows best why it was found, as HTML.
enum PassageText {
  /// Markup is reduced to text and escaped; the words that were looked for stand in `mark`.
  ///
  /// - Parameters:
  ///   - highlights: Half-open ranges of Unicode scalars of `text`, ascending.
  ///   - width: Columns at most.
  static func html(_ text: String, marking highlights: [Range<Int>], width: Int) -> String {
    let reduced = MarkdownReducer.reduce(StyledText(text, marking: highlights))
    return Snippet(width: width).choose(from: reduced).rendered(plain: EscapedHTML.escaped) {
      "<mark>\(EscapedHTML.escaped($0))</mark>"
    }
  }

  static func html(of hit: Hit, width: Int) -> String {
    html(hit.text, marking: hit.highlights, width: width)
  }
}
