/// What `init` made, as `init --format json` prints it.
public struct ScaffoldJSON: Encodable, Sendable {
  let root: String
  let made: [String]
  let kept: [String]
  let remarks: [String]

  /// What is shown of `report`.
  public init(_ report: ScaffoldReport) {
    root = report.root
    made = report.made
    kept = report.kept
    remarks = report.remarks
  }
}
