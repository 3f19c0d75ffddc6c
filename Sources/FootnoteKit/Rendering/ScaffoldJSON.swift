/// What `init` made, as `init --format json` prints it and as it is read back.
public struct ScaffoldJSON: Codable, Sendable, Hashable {
  /// Folder of the knowledge base.
  public var root: String
  /// Files and folders that were made.
  public var made: [String]
  /// What was there already.
  public var kept: [String]
  /// What else there is to say, one line each.
  public var remarks: [String]

  /// What is shown of `report`.
  public init(_ report: ScaffoldReport) {
    root = report.root
    made = report.made
    kept = report.kept
    remarks = report.remarks
  }
}
