/// A file made ready to be shown.
package struct DocumentReading {
  package let text: DocumentText
  /// What the front matter says that the index does not keep.
  package let facts: Facts
  /// Number of lines of the file.
  package let lineCount: Int
  /// The lines that the text has.
  package let lines: ClosedRange<Int>
  /// Whether the text has the whole file.
  package let isWhole: Bool
  /// What the file is instead of UTF-8, where it is not text that can be shown.
  package let foreignEncoding: String?

  package struct Facts: Sendable, Hashable {
    package var author: String?
    package var channel: String?
    package var created: CalendarDate?
    package var updated: CalendarDate?
  }

  /// - Parameters:
  ///   - path: Relative to the root; it may say that the file is a transcript.
  ///   - line: What is to be seen of a file that is too large to be shown at once.
  /// - Complexity: O(`bytes.count`), and O(`limits`) for what is parsed.
  package init(
    _ bytes: [UInt8], path: String, around line: Int? = nil,
    limits: ReadingLimits = ReadingLimits()
  ) {
    let table = LineTable(bytes)
    let frontMatter = FrontMatter(SourceText(Self.head(of: bytes, table)))
    var metadata = MetadataReader(frontMatter)
    metadata.read()
    let part = DocumentPart(
      bytes, table, around: line, first: frontMatter.lineCount + 1, limits: limits)
    text = DocumentText(
      part.bytes, skipping: part.lines.lowerBound == 1 ? frontMatter.lineCount : 0,
      offset: part.offset, isTranscript: metadata.saysTranscript(path))
    facts = metadata.facts
    lineCount = table.count
    lines = part.lines
    isWhole = part.isWhole
    foreignEncoding = TextEncoding.foreign(bytes)
  }

  /// What front matter can lie in.
  private static func head(of bytes: [UInt8], _ table: LineTable) -> [UInt8] {
    guard bytes.count > maximumHead else { return bytes }
    let last = min(table.line(at: maximumHead), FrontMatter.maximumLines) - 1
    return Array(bytes[..<table.range(of: max(1, last)).upperBound].prefix(maximumHead))
  }

  private static let maximumHead = 1 << 20
}
