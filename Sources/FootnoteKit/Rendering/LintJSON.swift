/// What `lint` found, as `lint --format json` prints it and as it is read back. `docs/json.md` names the keys.
public struct LintJSON: Codable, Sendable, Hashable {
  /// Something that is to be mended or known.
  public struct FindingJSON: Codable, Sendable, Hashable {
    /// Raw value of a `LintRule`. A newer version may have others.
    public var rule: String
    /// Raw value of a `LintSeverity`.
    public var severity: String
    /// Of the file, relative to the root.
    public var path: String
    /// From 1; `nil` for a file as a whole.
    public var line: Int?
    /// What is wrong, in one line.
    public var message: String
    /// What to do, in one line.
    public var fix: String

    init(_ finding: LintFinding) {
      rule = finding.rule.rawValue
      severity = finding.severity.rawValue
      path = finding.path
      line = finding.line
      message = finding.message
      fix = finding.fix
    }

    enum CodingKeys: String, CodingKey {
      case rule, severity, path, line, message, fix
    }

    /// Absent values are written as `null`, since others read these keys.
    public func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(rule, forKey: .rule)
      try container.encode(severity, forKey: .severity)
      try container.encode(path, forKey: .path)
      try container.encode(line, forKey: .line)
      try container.encode(message, forKey: .message)
      try container.encode(fix, forKey: .fix)
    }
  }

  /// A line that was mended, or would be.
  public struct FixJSON: Codable, Sendable, Hashable {
    /// Raw value of a `LintRule`.
    public var rule: String
    /// Of the file, relative to the root.
    public var path: String
    /// From 1; `nil` for a row that is new.
    public var line: Int?
    /// What stood there; empty for a row that is new.
    public var old: String
    /// What stands there now; empty for a row that goes.
    public var new: String

    init(_ fix: LintFix) {
      rule = fix.rule.rawValue
      path = fix.path
      line = fix.line
      old = fix.old
      new = fix.new
    }

    enum CodingKeys: String, CodingKey {
      case rule, path, line, old, new
    }

    /// Absent values are written as `null`, since others read these keys.
    public func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(rule, forKey: .rule)
      try container.encode(path, forKey: .path)
      try container.encode(line, forKey: .line)
      try container.encode(old, forKey: .old)
      try container.encode(new, forKey: .new)
    }
  }

  /// By path and line; where something was mended, what is left.
  public var findings: [FindingJSON]
  /// What was mended, or would be.
  public var fixes: [FixJSON]
  /// Whether it was.
  public var isWritten: Bool

  enum CodingKeys: String, CodingKey {
    case findings, fixes
    case isWritten = "written"
  }

  /// - Parameters:
  ///   - findings: What was found; where something was mended, what is left.
  ///   - fixes: What was mended, or would be.
  ///   - written: Whether it was.
  public init(_ findings: [LintFinding], fixes: [LintFix] = [], written: Bool = false) {
    self.findings = findings.map(FindingJSON.init)
    self.fixes = fixes.map(FixJSON.init)
    isWritten = written
  }
}
