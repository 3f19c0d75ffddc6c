/// A passage that bears on a statement.
public struct Support: Sendable, Hashable {
  /// Why the passage was looked at.
  public enum Evidence: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// The statement links to a line of it.
    case linked
    /// The page's front matter names its document.
    case declared
    /// A search of the statement's text found it.
    case found

    /// Strongest first.
    public static func < (left: Self, right: Self) -> Bool {
      let order = allCases
      return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
  }

  /// The passage.
  public var hit: Hit
  /// At least one, strongest first.
  public var evidence: [Evidence]
  /// How probably the passage says what the statement says, 0 ... 1; see `SupportEstimate`.
  public var score: Double
}
