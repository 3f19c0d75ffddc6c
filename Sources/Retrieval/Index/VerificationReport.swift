/// What `SearchIndex.verify` found.
public struct VerificationReport: Sendable, Hashable {
  public var documents = 0
  public var passages = 0
  /// Passages whose cited bytes were read again and are what was indexed.
  public var verified = 0
  public var vectors = 0
  /// What does not hold, one line each: citations, missing files, damage of the database.
  public var problems: [String] = []

  public init() {}

  public var isSound: Bool { problems.isEmpty }
}
