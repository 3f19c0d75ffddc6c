/// What a page says in one place: a sentence, an item of a list without full stops, or a row of a table.
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
}
