/// A question of a measurement.
public struct BenchQuestion: Sendable, Hashable {
  /// Its name in the input and in runs.
  public var id: String
  /// As it is asked.
  public var text: String

  /// A question of this name.
  public init(id: String, text: String) {
    self.id = id
    self.text = text
  }
}
