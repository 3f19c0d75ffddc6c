/// Why a source counts for a concept.
public enum Evidence: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  /// The page's front matter names it.
  case declared
  /// The page's body links to it, or to a summary that was compiled from it.
  case cited
  /// A name of the page stands in its text.
  case mentioned
  /// It is close in meaning.
  case related

  /// What it adds to the log odds of being a source for the concept; fitted to judged concepts, see
  /// `docs/ranking.md`. Being related counts by how close it is, not as such.
  var weight: Double {
    switch self {
    case .declared: 1.710
    case .cited: 1.500
    case .mentioned: 2.349
    case .related: 0
    }
  }

  /// Strongest first.
  public static func < (left: Self, right: Self) -> Bool {
    left.order < right.order
  }

  private var order: Int {
    switch self {
    case .declared: 0
    case .cited: 1
    case .mentioned: 2
    case .related: 3
    }
  }
}
