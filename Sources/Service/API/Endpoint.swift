internal import AgentProtocol
internal import FootnoteKit

/// One address of the API, which answers with what a command prints as JSON.
protocol Endpoint: Sendable {
  /// What follows `/api/`.
  var name: String { get }
  var summary: String { get }
  var about: String { get }
  var parameters: [Parameter] { get }
  /// JSON Schema of the answer.
  var schema: JSONValue { get }
  /// Whether equal questions have equal answers until the index changes. Others are compared as a whole.
  var followsIndex: Bool { get }
  /// Whether the rest of the address is the path of a document.
  var takesPath: Bool { get }

  /// - Parameter path: The rest of the address, decoded; `nil` where there is none.
  /// - Throws: `ServiceError.notFound`, and what FootnoteKit throws.
  func answer(_ call: EndpointCall) throws -> any Encodable & Sendable
}

extension Endpoint {
  var followsIndex: Bool { true }
  var takesPath: Bool { false }
}
