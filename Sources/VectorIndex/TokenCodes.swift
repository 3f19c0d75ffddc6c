public import LinearAlgebra

/// The signs of the tokens of several passages, in one buffer.
public struct TokenCodes: Sendable, Equatable {
  /// The codes, passage after passage.
  public internal(set) var bytes: [UInt8] = []
  /// For each passage that was asked for where its codes lie in `bytes`; `nil` where the index does not
  /// have the passage, empty where it has no tokens.
  public internal(set) var ranges: [Range<Int>?] = []

  /// For every passage and every query the largest similarity of the query with a token of the passage:
  /// see `SignCodes.largestSimilarities(in:groups:to:)`; zeros for a passage without tokens.
  ///
  /// - Precondition: `queries` has as many columns as the index has dimensions.
  public func largestSimilarities(to queries: Matrix) -> Matrix {
    SignCodes.largestSimilarities(in: bytes.span, groups: ranges.map { $0 ?? 0..<0 }, to: queries)
  }
}
