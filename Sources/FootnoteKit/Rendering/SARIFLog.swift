internal import Foundation

/// What `lint` found in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS, 2020), which
/// forges and editors read.
public struct SARIFLog: Encodable, Sendable {
  private struct Message: Encodable {
    let text: String
  }

  private struct Level: Encodable {
    let level: String
  }

  private struct Rule: Encodable {
    let id: String
    let shortDescription: Message
    let defaultConfiguration: Level
  }

  private struct Driver: Encodable {
    let name = "footnote"
    let version = FootnoteVersion.current
    let rules: [Rule]
  }

  private struct Tool: Encodable {
    let driver: Driver
  }

  private struct Artifact: Encodable {
    let uri: String
    let uriBaseId = "ROOT"
  }

  private struct Region: Encodable {
    let startLine: Int
  }

  private struct PhysicalLocation: Encodable {
    let artifactLocation: Artifact
    let region: Region?
  }

  private struct Location: Encodable {
    let physicalLocation: PhysicalLocation
  }

  private struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Location]
  }

  private struct Base: Encodable {
    let description: Message
  }

  private struct Run: Encodable {
    let tool: Tool
    let originalUriBaseIds: [String: Base]
    let results: [Result]
  }

  private let findings: [LintFinding]

  /// A log of these findings.
  public init(_ findings: [LintFinding]) {
    self.findings = findings
  }

  enum CodingKeys: String, CodingKey {
    case version, runs
    case schema = "$schema"
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    let rules = LintRule.allCases.map {
      Rule(
        id: $0.rawValue, shortDescription: Message(text: $0.summary),
        defaultConfiguration: Level(level: Self.level($0.severity)))
    }
    let run = Run(
      tool: Tool(driver: Driver(rules: rules)),
      originalUriBaseIds: ["ROOT": Base(description: Message(text: "the knowledge base"))],
      results: findings.map(Self.result))
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("https://json.schemastore.org/sarif-2.1.0.json", forKey: .schema)
    try container.encode("2.1.0", forKey: .version)
    try container.encode([run], forKey: .runs)
  }

  private static func result(_ finding: LintFinding) -> Result {
    Result(
      ruleId: finding.rule.rawValue,
      ruleIndex: LintRule.allCases.firstIndex(of: finding.rule) ?? 0,
      level: level(finding.severity), message: Message(text: "\(finding.message); \(finding.fix)"),
      locations: [
        Location(
          physicalLocation: PhysicalLocation(
            artifactLocation: Artifact(uri: uri(finding.path)),
            region: finding.line.map(Region.init)))
      ])
  }

  private static func level(_ severity: LintSeverity) -> String {
    severity == .info ? "note" : severity.rawValue
  }

  /// A relative reference (RFC 3986): everything but unreserved characters and slashes is encoded.
  private static func uri(_ path: String) -> String {
    let unreserved = CharacterSet(
      charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")
    return path.addingPercentEncoding(withAllowedCharacters: unreserved) ?? path
  }
}
