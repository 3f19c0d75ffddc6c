/// What `Scaffold` did. Folders end in a slash; all paths are relative to the root.
public struct ScaffoldReport: Sendable, Hashable {
  /// Absolute path of the knowledge base.
  public let root: String
  /// Files and folders that were made.
  public var made: [String] = []
  /// What was there, and is as it was.
  public var kept: [String] = []
  /// What somebody should know or do, for people.
  public var remarks: [String] = []
}
