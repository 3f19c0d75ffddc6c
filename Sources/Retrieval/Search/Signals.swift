/// Why a hit stands where it stands.
public struct Signals: Sendable, Hashable {
  /// Score of the lexical leg, 0 and up; `nil` where it did not find the passage or was not asked.
  public var bm25: Double?
  /// Cosine of question and passage, -1 ... 1; `nil` where the passage or the question has no vector.
  public var cosine: Double?
  /// Weighted mean, over the question's tokens, of the similarity to the passage's nearest token,
  /// -1 ... 1; `nil` where the passage was not compared token by token.
  public var maxSim: Double?
  /// What hits are ordered by. Within one question only.
  public var fused: Double
  /// What moved it up or down besides.
  public var priors: [Prior]
  /// Share of the question's content terms that the passage has, each weighted by its rarity, 0 ... 1.
  public var coverage: Double

  /// These signals.
  public init(
    bm25: Double?, cosine: Double?, maxSim: Double? = nil, fused: Double,
    priors: [Prior] = [], coverage: Double = 0
  ) {
    self.bm25 = bm25
    self.cosine = cosine
    self.maxSim = maxSim
    self.fused = fused
    self.priors = priors
    self.coverage = coverage
  }
}
