/// What `IndexWriter.encode` did.
public struct EncodingReport: Sendable, Hashable {
  /// Texts encoded by this call.
  public var encoded = 0
  /// Tokens that they had.
  public var tokens = 0
  /// Passages without a vector that are left.
  public var remaining = 0
  /// Citations of passages that the encoder had to cut off.
  public var truncated: [String] = []
  /// Whether it was stopped before its end; what was done is kept.
  public var wasStopped = false
  /// How long it took.
  public var seconds = 0.0

  /// Nothing was done.
  public init() {}
}
