/// A question of a measurement.
public struct BenchQuestion: Sendable, Hashable {
  public var id: String
  /// As it is asked.
  public var text: String

  public init(id: String, text: String) {
    self.id = id
    self.text = text
  }
}
