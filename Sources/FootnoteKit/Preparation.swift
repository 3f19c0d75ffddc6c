/// How an index was brought up to date before it was asked.
public struct Preparation: Sendable, Hashable {
  /// What the refresh did; `nil` where there was none.
  public var refresh: RefreshReport?
  /// What was encoded; `nil` where nothing was.
  public var encoding: EncodingReport?
  /// Number of files that have changed since they were indexed, where the refresh was left out.
  public var stale = 0
  /// Whether another process was writing, so that the index was used as it is.
  public var isLocked = false
  /// Whether the disk ended the work before its end.
  public var isCutShort = false
  /// What a user should know: repairs, a lock that another process holds, a place that cannot be
  /// written, a model that is missing. One line each.
  public var notes: [String] = []

  /// Nothing was done.
  public init() {}
}
