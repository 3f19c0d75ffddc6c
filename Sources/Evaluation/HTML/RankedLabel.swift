/// A retrieved document or passage, as a report lists it.
public struct RankedLabel: Sendable, Hashable {
  /// Shown as it is: a citation, a title, an identifier.
  public var label: String
  /// What it was judged, 0 where it is not relevant.
  public var grade: Int

  /// A row of a ranking.
  public init(label: String, grade: Int) {
    self.label = label
    self.grade = grade
  }
}
