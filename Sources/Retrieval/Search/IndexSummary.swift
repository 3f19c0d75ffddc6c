/// What an answer says of the index that it comes from.
public struct IndexSummary: Sendable, Hashable {
  /// Number of documents.
  public var documents: Int
  /// Number of passages.
  public var passages: Int
  /// Name of the model whose vectors are used.
  public var model: String?
  /// Share of the passages that have a vector, 0 ... 1.
  public var embedded: Double
  /// Number of files that have changed since they were indexed; `nil` where nobody looked.
  public var stale: Int?
}
