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
    /// The text is no passage of the knowledge base, and nowhere else in its file.
    case gone
  }

  /// Why text is gone.
  public enum Absence: Sendable, Hashable {
    /// The file is not there any more.
    case noFile
    /// The file has no such lines or bytes any more.
    case noPlace
    /// Other text stands there now.
    case otherText

    /// For people: what is there in its place.
    public var message: String {
      switch self {
      case .noFile: "there is no such file"
      case .noPlace: "the file has no such place now"
      case .otherText: "these lines hold other text now"
      }
    }
  }

  /// As it was given.
  public var citation: Citation
  /// Whether the citation still holds.
  public var state: State
  /// The cited bytes as text, of the place where they stand today; where they are gone, what stands on
  /// the cited lines now, empty where there are no such lines.
  public var text: String
  /// Whether `text` holds replacements for what is not UTF-8.
  public var isLossy: Bool
  /// Whole lines before and after, and the numbers of the first of each.
  public var before: [String]
  /// Whole lines after.
  public var after: [String]
  /// Lines of `text` in the file.
  public var lines: ClosedRange<Int>
  /// `nil` where the file is not indexed.
  public var document: DocumentSummary?
  /// Given where `state` is `gone`.
  public var absence: Absence?
  /// Whether every place of the file was compared before the text was called gone. Otherwise that would
  /// have taken too long, and only the passages of the index and the places near the cited one were.
  public var isSearchComplete: Bool

  /// For people, why the text is gone; `nil` where it is not.
  public var reason: String? {
    guard let absence else { return nil }
    return isSearchComplete
      ? absence.message
      : absence.message + "; far from the cited place it was not looked for"
  }
}
