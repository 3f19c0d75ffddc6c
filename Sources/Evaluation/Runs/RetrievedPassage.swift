/// A passage that a system retrieved, as far as judging it needs.
public struct RetrievedPassage: Sendable, Hashable {
  /// The file, written as in the judgements.
  public var path: String
  /// Lines of the file, from 1, closed.
  public var lines: ClosedRange<Int>
  /// Bytes of the file, from 0, half-open. Passages without are never held to overlap others.
  public var bytes: Range<Int>?
  /// The passage's text, which judgements with an anchor look into.
  public var text: String?
  /// What it was ranked by.
  public var score: Double

  /// A passage of these parts.
  public init(
    path: String, lines: ClosedRange<Int>, bytes: Range<Int>? = nil, text: String? = nil,
    score: Double = 0
  ) {
    self.path = path
    self.lines = lines
    self.bytes = bytes
    self.text = text
    self.score = score
  }

  /// Whether both hold a byte of the same file, or one is an empty place inside the other.
  func overlaps(_ other: RetrievedPassage) -> Bool {
    guard let bytes, let others = other.bytes, path == other.path else { return false }
    return bytes.lowerBound < others.upperBound && others.lowerBound < bytes.upperBound
  }
}
