/// The unit of retrieval: consecutive blocks of one document under one heading.
public struct Passage: Sendable, Hashable {
  /// Position among the passages of its document, from 0.
  public var ordinal: Int
  /// The headings that it stands under, outermost first, as plain text. The document's own title is not
  /// repeated where the first heading equals it.
  public var headings: [String]
  /// 1-based, closed.
  public var lines: ClosedRange<Int>
  /// Where the text lies in the file on disk: 0-based, half-open, a byte order mark counted.
  public var bytes: Range<Int>
  /// Whether the passage is only part of its lines, so that a citation needs the bytes.
  public var isPartial: Bool
  /// Second of the recording at which the passage starts, in a transcript.
  public var start: Double?
  /// What is scored and encoded: the text without markup, link targets, times and boilerplate, white
  /// space collapsed.
  public var plainText: String

  /// A passage of these parts.
  public init(
    ordinal: Int, headings: [String], lines: ClosedRange<Int>, bytes: Range<Int>, isPartial: Bool,
    start: Double? = nil, plainText: String
  ) {
    self.ordinal = ordinal
    self.headings = headings
    self.lines = lines
    self.bytes = bytes
    self.isPartial = isPartial
    self.start = start
    self.plainText = plainText
  }
}
