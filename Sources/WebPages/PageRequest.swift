/// What is asked of the web page: the target of a `GET` request.
public struct PageRequest: Sendable, Hashable {
  /// One field of the query, decoded; an empty value is one that is left out.
  public struct Field: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The path as it came, percent-encoded: `/doc/raw/2025/7.6.md`.
  public var path: String
  /// Fields in their order; a name may be repeated.
  public var fields: [Field]

  public init(path: String, fields: [Field] = []) {
    self.path = path
    self.fields = fields
  }
}
