/// Filters as a user gives them beside the question, before they are checked.
public struct FilterRequest: Sendable, Hashable {
  public var layers: [String] = []
  public var types: [String] = []
  public var tags: [String] = []
  public var paths: [String] = []
  /// Of the document's date, in digits.
  public var years: [String] = []
  /// What `DateExpression` reads.
  public var after: String?
  public var before: String?

  public init() {}

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
