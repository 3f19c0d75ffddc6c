/// Header fields that the protocol uses, in lower case.
enum HTTPField {
  static let accept = "accept"
  static let allow = "allow"
  static let buffering = "x-accel-buffering"
  static let cacheControl = "cache-control"
  static let contentType = "content-type"
  static let session = "mcp-session-id"
  static let version = "mcp-protocol-version"
  static let method = "mcp-method"
  static let name = "mcp-name"

  static let json = "application/json"
  static let events = "text/event-stream"
}
