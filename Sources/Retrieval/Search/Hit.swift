/// A passage that answers a question, with the citation that leads to it. Its text was read from the file
/// and compared with what was indexed.
public struct Hit: Sendable, Hashable {
  /// From 1.
  public var rank: Int
  /// Estimate of the probability that the passage is relevant, 0 ... 1; comparable between questions.
  public var score: Double
  /// Leads to the passage.
  public var citation: Citation
  /// The document that the passage is from.
  public var document: DocumentSummary
  /// First and last line of the passage, from 1.
  public var lines: ClosedRange<Int>
  /// Bytes of the passage in its file, half-open.
  public var bytes: Range<Int>
  /// Headings that it stands under, outermost first.
  public var headings: [String]
  /// Second of the recording, in a transcript.
  public var start: Double?
  /// First 8 hex digits of the sha256 of the cited bytes.
  public var hash: String
  /// The cited bytes as text; what is not UTF-8 is U+FFFD.
  public var text: String
  /// Whether `text` holds such replacements.
  public var isLossy: Bool
  /// Where the question's words stand in `text`: half-open ranges of Unicode scalars, ascending.
  public var highlights: [Range<Int>]
  /// Citations of passages that repeat this one and were folded into it.
  public var duplicates: [Citation]
  /// Why it stands where it stands.
  public var signals: Signals

  /// The document's url; for a passage of a transcript with the second added.
  public var url: String? {
    guard let url = document.url else { return nil }
    return start.map { TimedURL.url(url, second: $0) } ?? url
  }
}
