/// What a check of judgements found, as `bench check --format json` prints it; sound ones are counted.
public struct JudgementFindingsJSON: Encodable, Sendable {
  struct FindingJSON: Encodable, Sendable {
    let query: String
    let citation: String
    let state: String
    let reason: String
    let movedTo: String?

    enum CodingKeys: String, CodingKey {
      case query, citation, state, reason
      case movedTo = "moved_to"
    }
  }

  let judgements: Int
  let sound: Int
  let findings: [FindingJSON]

  /// What is shown of `findings`.
  public init(_ findings: [JudgementFinding]) {
    judgements = findings.count
    sound = findings.count { $0.state == .sound }
    self.findings = findings.filter { $0.state != .sound }.map { finding in
      var movedTo: String?
      if case .moved(let range) = finding.state { movedTo = range.citation.description }
      return FindingJSON(
        query: finding.query, citation: finding.range.citation.description,
        state: movedTo == nil ? "broken" : "moved", reason: finding.reason, movedTo: movedTo)
    }
  }
}
