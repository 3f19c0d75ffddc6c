/// What a check of judgements found, as `bench check --format json` prints it; sound ones are counted.
public struct JudgementFindingsJSON: Codable, Sendable, Hashable {
  /// A judgement whose text is not where it was.
  public struct FindingJSON: Codable, Sendable, Hashable {
    /// Name of the question.
    public var query: String
    /// The judged lines.
    public var citation: Citation
    /// `moved` or `broken`.
    public var state: String
    /// What is wrong, in one line.
    public var reason: String
    /// Where the text stands now.
    public var movedTo: Citation?

    enum CodingKeys: String, CodingKey {
      case query, citation, state, reason
      case movedTo = "moved_to"
    }
  }

  /// Number of judgements.
  public var judgements: Int
  /// Number of those whose text is where they say.
  public var sound: Int
  /// The others.
  public var findings: [FindingJSON]

  /// What is shown of `findings`.
  public init(_ findings: [JudgementFinding]) {
    judgements = findings.count
    sound = findings.count { $0.state == .sound }
    self.findings = findings.filter { $0.state != .sound }.map { finding in
      var movedTo: Citation?
      if case .moved(let range) = finding.state { movedTo = range.citation }
      return FindingJSON(
        query: finding.query, citation: finding.range.citation,
        state: movedTo == nil ? "broken" : "moved", reason: finding.reason, movedTo: movedTo)
    }
  }
}
