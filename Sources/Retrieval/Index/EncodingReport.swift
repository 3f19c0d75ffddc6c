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
  public var wasStopped = false
  public var seconds = 0.0

  public init() {}
}
