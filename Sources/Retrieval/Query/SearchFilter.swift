public import Corpus

/// What a document must be for its passages to count. An empty list asks for nothing; within a list one
/// fit is enough, and every list must be satisfied.
public struct SearchFilter: Sendable, Hashable {
  /// Names of layers.
  public var layers: [String]
  /// Types of documents, upper and lower case folded.
  public var types: [String]
  /// Tags, `#` left out, upper and lower case folded; `a` also fits `a/b`.
  public var tags: [String]
  /// Paths: a glob (`raw/**/7.*.md`) or the beginning of a path (`raw/2025`).
  public var paths: [String]
  /// First day, inclusive.
  public var after: CalendarDate?
  /// First day that is too late: exclusive.
  public var before: CalendarDate?

  public init(
    layers: [String] = [], types: [String] = [], tags: [String] = [], paths: [String] = [],
    after: CalendarDate? = nil, before: CalendarDate? = nil
  ) {
    self.layers = layers
    self.types = types
    self.tags = tags
    self.paths = paths
    self.after = after
    self.before = before
  }

  /// Whether nothing is asked for.
  public var isEmpty: Bool {
    layers.isEmpty && types.isEmpty && tags.isEmpty && paths.isEmpty && after == nil
      && before == nil
  }

  /// Both filters at once: the lists joined, the narrower of the dates.
  public func merging(_ other: SearchFilter) -> SearchFilter {
    SearchFilter(
      layers: layers + other.layers, types: types + other.types, tags: tags + other.tags,
      paths: paths + other.paths, after: [after, other.after].compactMap(\.self).max(),
      before: [before, other.before].compactMap(\.self).min())
  }
}
