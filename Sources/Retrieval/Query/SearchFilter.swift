public import Corpus

/// What a document must be for its passages to count. An empty list asks for nothing; within a list one
/// fit is enough, and every list must be satisfied.
public struct SearchFilter: Sendable, Hashable {
  /// What a document is not to be: one fit in any list leaves it out.
  public struct Exclusions: Sendable, Hashable {
    /// Names of layers, upper and lower case folded.
    public var layers: [String] = []
    /// Types of documents, upper and lower case folded.
    public var types: [String] = []
    /// Tags, `#` left out, upper and lower case folded.
    public var tags: [String] = []
    /// Globs or beginnings of paths.
    public var paths: [String] = []

    /// Leaves nothing out.
    public init() {}

    /// Whether nothing is left out.
    public var isEmpty: Bool {
      layers.isEmpty && types.isEmpty && tags.isEmpty && paths.isEmpty
    }
  }

  /// Names of layers, upper and lower case folded.
  public var layers: [String]
  /// Types of documents, upper and lower case folded.
  public var types: [String]
  /// Tags, `#` left out, upper and lower case folded; `a` also fits `a/b`.
  public var tags: [String]
  /// Paths: a glob (`raw/**/7.*.md`) or the beginning of a path (`raw/2025`).
  public var paths: [String]
  /// Years of the document's date.
  public var years: [Int]
  /// First day, inclusive.
  public var after: CalendarDate?
  /// First day that is too late: exclusive.
  public var before: CalendarDate?
  /// What a document must not be.
  public var excluded = Exclusions()
  /// Filters of other origin that must be satisfied too: `--layer` beside `layer:` in the question.
  public var further: [SearchFilter] = []

  /// A filter that asks for what is given.
  public init(
    layers: [String] = [], types: [String] = [], tags: [String] = [], paths: [String] = [],
    years: [Int] = [], after: CalendarDate? = nil, before: CalendarDate? = nil
  ) {
    self.layers = layers
    self.types = types
    self.tags = tags
    self.paths = paths
    self.years = years
    self.after = after
    self.before = before
  }

  /// Whether nothing is asked for.
  public var isEmpty: Bool {
    layers.isEmpty && types.isEmpty && tags.isEmpty && paths.isEmpty && years.isEmpty
      && after == nil && before == nil && excluded.isEmpty && further.allSatisfy(\.isEmpty)
  }

  /// What satisfies both filters.
  public func merging(_ other: SearchFilter) -> SearchFilter {
    if other.isEmpty { return self }
    if isEmpty { return other }
    var both = self
    both.further.append(other)
    return both
  }
}
