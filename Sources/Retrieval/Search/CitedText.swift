/// What a citation leads to today.
public struct CitedText: Sendable, Hashable {
  /// Whether a kept citation still holds.
  public enum State: Sendable, Hashable {
    /// The citation has no hash to compare with.
    case unchecked
    /// The text is the one that was cited.
    case current
    /// The text stands somewhere else now.
    case moved(to: Citation)
    /// The text is nowhere in the knowledge base.
    case gone
  }

  public var citation: Citation
  public var state: State
  /// The cited bytes as text, of the place where they stand today; where they are gone, what stands on
  /// the cited lines now, empty where there are no such lines.
  public var text: String
  /// Whether `text` holds replacements for what is not UTF-8.
  public var isLossy: Bool
  /// Whole lines before and after, and the numbers of the first of each.
  public var before: [String]
  public var after: [String]
  /// Lines of `text` in the file.
  public var lines: ClosedRange<Int>
  /// `nil` where the file is not indexed.
  public var document: DocumentSummary?
}
