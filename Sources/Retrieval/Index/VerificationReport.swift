/// What `SearchIndex.verify` found.
public struct VerificationReport: Sendable, Hashable {
  /// Number of documents that were compared.
  public var documents = 0
  /// Number of passages that were compared.
  public var passages = 0
  /// Passages whose cited bytes were read again and are what was indexed.
  public var verified = 0
  /// Number of vectors that were compared.
  public var vectors = 0
  /// What does not hold, one line each: citations, missing files, damage of the database.
  public var problems: [String] = []

  /// Nothing was compared.
  public init() {}

  /// Whether nothing is wrong.
  public var isSound: Bool { problems.isEmpty }
}
