/// What a page says in one place: a sentence, an item of a list without full stops, or a row of a table; or one
/// of the claims of these.
public struct PageStatement: Sendable, Hashable {
  /// Without markup, and without the shown texts of links to lines, which only say where it is from.
  public var text: String
  /// Lines of the file, 1-based.
  public var lines: ClosedRange<Int>
  /// Bytes of the file.
  public var bytes: Range<Int>
  /// The headings above it, outermost first, as plain text.
  public var headings: [String]
  /// Positions, among the document's links, of those that stand in the statement.
  public var links: [Int]
  /// Positions of the links that follow it in the same paragraph: who writes several sentences on one source
  /// names it at the end.
  public var followingLinks: [Int]
  /// Number of the paragraph, item or row that it stands in, from 0.
  public var block = 0
  /// Number of the sentence, item or row, from 0: claims of one sentence have the same.
  public var sentence = 0
  /// Whether it is a row of a table, or a claim of one.
  public var isRow = false
}

extension PageStatement {
  /// The statement with what follows it in the same sentence.
  package func extended(by text: String, to end: Int) -> PageStatement {
    var longer = self
    longer.text += self.text.isEmpty ? text : " " + text
    longer.bytes = bytes.lowerBound..<max(bytes.upperBound, end)
    return longer
  }
}
