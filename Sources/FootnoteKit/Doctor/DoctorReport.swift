/// All that `doctor` found, as `doctor --format json` prints it.
public struct DoctorReport: Sendable, Hashable, Codable {
  /// In the order in which they were made.
  public var checks: [DoctorCheck]

  /// A report of these checks.
  public init(checks: [DoctorCheck]) {
    self.checks = checks
  }

  /// Whether nothing failed; there may be warnings.
  public var isSound: Bool {
    checks.allSatisfy { $0.state != .fail }
  }

  enum CodingKeys: String, CodingKey {
    case isSound = "ok"
    case checks
  }

  /// - Throws: `DecodingError` where the checks are missing or hold something else.
  public init(from decoder: any Decoder) throws {
    checks = try decoder.container(keyedBy: CodingKeys.self).decode(
      [DoctorCheck].self, forKey: .checks)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(isSound, forKey: .isSound)
    try container.encode(checks, forKey: .checks)
  }
}
