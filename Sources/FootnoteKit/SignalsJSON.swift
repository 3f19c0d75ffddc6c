/// Why a hit stands where it stands, as JSON shows it.
public struct SignalsJSON: Codable, Sendable, Hashable {
  /// Score of the lexical leg, 0 and up; `nil` where that did not find the passage.
  public var bm25: Double?
  /// Cosine of question and passage, -1 ... 1; `nil` where one of them has no vector.
  public var cosine: Double?
  /// Mean similarity of the question's tokens to the nearest of the passage, -1 ... 1; `nil` where that was
  /// not compared.
  public var maxSim: Double?
  /// What hits are ordered by, within one question and one knowledge base.
  public var fused: Double
  /// What moved it besides: raw values of `Prior`. A newer version may have others.
  public var priors: [String]
  /// Share of the question's words that the passage has, weighted by rarity, 0 ... 1.
  public var coverage: Double

  /// What is shown of `signals`; figures have six decimals.
  public init(_ signals: Signals) {
    bm25 = signals.bm25?.sixDecimals
    cosine = signals.cosine?.sixDecimals
    maxSim = signals.maxSim?.sixDecimals
    fused = signals.fused.sixDecimals
    priors = signals.priors.map(\.rawValue)
    coverage = signals.coverage.sixDecimals
  }

  enum CodingKeys: String, CodingKey {
    case bm25, cosine, fused, priors, coverage
    case maxSim = "maxsim"
  }

  /// Absent values are written as `null`, since others read these keys.
  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(bm25, forKey: .bm25)
    try container.encode(cosine, forKey: .cosine)
    try container.encode(maxSim, forKey: .maxSim)
    try container.encode(fused, forKey: .fused)
    try container.encode(priors, forKey: .priors)
    try container.encode(coverage, forKey: .coverage)
  }
}
