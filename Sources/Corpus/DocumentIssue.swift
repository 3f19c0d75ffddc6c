/// Something in a file that could not be taken as written. The file is indexed all the same.
public struct DocumentIssue: Sendable, Hashable {
  /// What could not be taken as written.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The front matter is not valid YAML, or not a mapping.
    case frontMatter
    /// Bytes that are not UTF-8; they are shown as U+FFFD.
    case encoding
    /// A value of the front matter of the wrong kind, such as a date that no calendar has.
    case value
  }

  /// What it is about.
  public var kind: Kind
  /// 1-based.
  public var line: Int?
  /// One line for people.
  public var message: String

  /// An issue of these parts.
  public init(kind: Kind, line: Int?, message: String) {
    self.kind = kind
    self.line = line
    self.message = message
  }
}
