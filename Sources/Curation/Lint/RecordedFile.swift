public import Corpus

/// What is remembered of a file of `raw/`, which is not to be edited once it is there.
public struct RecordedFile: Sendable, Hashable {
  /// Relative to the root.
  public var path: String
  /// sha256 of its bytes, 64 hex digits.
  public var hash: String
  /// Number of its bytes.
  public var size: Int
  /// The day on which it was recorded.
  public var recorded: CalendarDate
  /// Tells which of two files was recorded first; larger is later.
  public var order: Int64
  /// The day on which it was first seen to be another one; `nil` where it never was.
  public var seen: CalendarDate?

  /// A record of these parts.
  public init(
    path: String, hash: String, size: Int, recorded: CalendarDate, order: Int64,
    seen: CalendarDate? = nil
  ) {
    self.path = path
    self.hash = hash
    self.size = size
    self.recorded = recorded
    self.order = order
    self.seen = seen
  }
}
