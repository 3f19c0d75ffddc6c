/// Filters as a user gives them beside the question, before they are checked. An empty list asks for
/// nothing; within a list one fit is enough, and every list must be satisfied.
public struct FilterRequest: Sendable, Hashable {
  /// Names of layers, upper and lower case folded.
  public var layers: [String]
  /// Types of documents, upper and lower case folded.
  public var types: [String]
  /// Tags, with or without `#`; `a` also fits `a/b`.
  public var tags: [String]
  /// Globs (`raw/**/7.*.md`) or beginnings of paths (`raw/2025`).
  public var paths: [String]
  /// Years of the document's date, in digits.
  public var years: [String]
  /// First day, inclusive: what `DateExpression` reads, such as `2025`, `2025-06`, `3w`, `last month`.
  public var after: String?
  /// First day that is too late, in the same forms.
  public var before: String?

  /// A filter that asks for what is given.
  public init(
    layers: [String] = [], types: [String] = [], tags: [String] = [], paths: [String] = [],
    years: [String] = [], after: String? = nil, before: String? = nil
  ) {
    self.layers = layers
    self.types = types
    self.tags = tags
    self.paths = paths
    self.years = years
    self.after = after
    self.before = before
  }

  /// The filter that is meant.
  ///
  /// - Throws: `QueryError` for a layer that the knowledge base does not have, a date or a
  ///   year that is none, a glob that is not closed.
  func filter(in session: Session) throws(QueryError) -> SearchFilter {
    let known = session.knowledgeBase.layers.map(\.name)
    let folded = Set(known.map { $0.lowercased() })
    for layer in layers where !folded.contains(layer.lowercased()) {
      throw .unknownLayer(layer, known: known)
    }
    for glob in paths where !Glob.isValid(glob) { throw .invalidGlob(glob) }
    return SearchFilter(
      layers: layers, types: types,
      tags: tags.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }, paths: paths,
      years: try years.map(year),
      after: try date(after, field: "after"), before: try date(before, field: "before"))
  }

  private func year(_ value: String) throws(QueryError) -> Int {
    guard value.utf8.count <= 4, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let year = Int(value)
    else { throw .invalidDate(field: "year", value: value) }
    return year
  }

  private func date(_ value: String?, field: String) throws(QueryError) -> CalendarDate? {
    guard let value else { return nil }
    guard let day = DateExpression.firstDay(of: value, today: Session.today()) else {
      throw .invalidDate(field: field, value: value)
    }
    return day
  }
}
