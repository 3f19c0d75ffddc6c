/// Why a source counts for a concept.
public enum Evidence: String, Sendable, Hashable, CaseIterable, Comparable {
  /// The page's front matter names it.
  case declared
  /// The page's body links to it, or to a summary that was compiled from it.
  case cited
  /// A name of the page stands in its text.
  case mentioned
  /// It is close in meaning.
  case related

  /// Probability that a source with this evidence alone is one for the concept; estimated on judged
  /// concepts, see `docs/decisions.md`.
  var strength: Double {
    switch self {
    case .declared: 0.9
    case .cited: 0.7
    case .mentioned: 0.6
    case .related: 0.4
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
