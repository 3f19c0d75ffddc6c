/// What `lint` found, as `lint --format json` prints it.
public struct LintJSON: Encodable, Sendable {
  struct FindingJSON: Encodable, Sendable {
    let finding: LintFinding

    enum CodingKeys: String, CodingKey {
      case rule, severity, path, line, message, fix
    }

    /// Absent values are written as `null`, since others read these keys.
    func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(finding.rule.rawValue, forKey: .rule)
      try container.encode(finding.severity.rawValue, forKey: .severity)
      try container.encode(finding.path, forKey: .path)
      try container.encode(finding.line, forKey: .line)
      try container.encode(finding.message, forKey: .message)
      try container.encode(finding.fix, forKey: .fix)
    }
  }

  struct FixJSON: Encodable, Sendable {
    let fix: LintFix

    enum CodingKeys: String, CodingKey {
      case rule, path, line, old, new
    }

    func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(fix.rule.rawValue, forKey: .rule)
      try container.encode(fix.path, forKey: .path)
      try container.encode(fix.line, forKey: .line)
      try container.encode(fix.old, forKey: .old)
      try container.encode(fix.new, forKey: .new)
    }
  }

  let findings: [FindingJSON]
  let fixes: [FixJSON]
  let written: Bool

  /// - Parameters:
  ///   - fixes: What was mended, or would be.
  ///   - written: Whether it was.
  public init(_ findings: [LintFinding], fixes: [LintFix] = [], written: Bool = false) {
    self.findings = findings.map(FindingJSON.init)
    self.fixes = fixes.map(FixJSON.init)
    self.written = written
  }
}
