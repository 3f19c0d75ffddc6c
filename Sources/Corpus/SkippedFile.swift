/// A file or folder that is not indexed, with the reason.
public struct SkippedFile: Sendable, Hashable {
  /// Relative to the root.
  public var path: String
  /// One line for people: what is wrong and how to mend it.
  public var reason: String

  /// A file that was left out, with the reason.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
