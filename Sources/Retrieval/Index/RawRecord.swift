/// What is remembered of a file of the layer `raw`.
public struct RawRecord: Sendable, Hashable {
  /// Relative to the root.
  public var path: String
  /// sha256 of its bytes, 64 hex digits.
  public var hash: String
  /// Number of its bytes.
  public var size: Int
  /// Time of its last change then, in nanoseconds since 1970.
  public var modified: Int64
  /// When it was first indexed, or last accepted, in nanoseconds since 1970.
  public var recorded: Int64
  /// When it was first found changed or gone, in nanoseconds since 1970; `nil` while it is the same.
  public var seen: Int64?
}
