/// One step through the inline markup of a block, in the order of the text.
package enum InlinePiece: Sendable, Hashable {
  case text(String)
  case code(String)
  /// A tag, a comment or a declaration of HTML, as written.
  case html(String)
  /// The end of a line of the file.
  case softBreak
  /// The end of a line that is meant.
  case lineBreak
  /// An address that stands in the text, as written.
  case address(String)
  /// `[[page]]` or `![[page]]`, with the text to show.
  case reference(Link, shown: String)
  /// `[^label]`
  case footnote(label: String)
  /// `#tag`, without the sign.
  case tag(String)
  /// The name of the block, ` ^name` at the end of a line, without the sign.
  case blockName(String)
  /// From here on the recording is at this second.
  case time(Double)
  case open(InlineSpan)
  /// Ends the last span that is open; each is closed within the block.
  case close
}
