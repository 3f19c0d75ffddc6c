/// A heading of a document.
public struct Heading: Sendable, Hashable {
  /// 1 ... 6
  public var level: Int
  /// As plain text.
  public var text: String
  /// 1-based.
  public var line: Int

  /// A heading of these parts.
  public init(level: Int, text: String, line: Int) {
    self.level = level
    self.text = text
    self.line = line
  }
}
