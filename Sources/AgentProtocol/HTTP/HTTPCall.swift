/// A request of HTTP, as far as the protocol looks at it.
public struct HTTPCall: Sendable {
  public var method: String
  /// Names and values of all header fields, in their order; one that is repeated stands here several times.
  public var headers: [(name: String, value: String)]
  public var body: [UInt8]

  public init(method: String, headers: [(name: String, value: String)], body: [UInt8] = []) {
    self.method = method
    self.headers = headers
    self.body = body
  }

  /// The first value of a field, upper and lower case folded.
  func header(_ name: String) -> String? { values(of: name).first }

  func values(of name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name }.map(\.value)
  }

  /// Whether the client takes a kind of content: `application/json`. One that does not say takes anything.
  func accepts(_ kind: String) -> Bool {
    let values = values(of: HTTPField.accept)
    guard !values.isEmpty else { return true }
    let wildcard = kind.prefix { $0 != "/" } + "/*"
    return values.joined(separator: ",").split(separator: ",").contains { item in
      let parts = item.split(separator: ";").map { part in
        part.filter { !$0.isWhitespace }.lowercased()
      }
      guard let name = parts.first, name == kind || name == wildcard || name == "*/*" else {
        return false
      }
      return !parts.dropFirst().contains { ["q=0", "q=0.0", "q=0.00", "q=0.000"].contains($0) }
    }
  }
}
