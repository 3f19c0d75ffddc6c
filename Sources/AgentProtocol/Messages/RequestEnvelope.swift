/// What a request of a revision without handshake says of itself, in `params._meta`.
struct RequestEnvelope: Sendable {
  let revision: ProtocolRevision
  /// `nil` where the client wants no log.
  let logLevel: LogLevel?

  /// Whether `params` claim such a revision; the key exists in no earlier one.
  static func isPresent(in params: [String: JSONValue]) -> Bool {
    params["_meta"]?[MetaKey.version] != nil
  }

  /// - Throws: `ProtocolError` naming what is missing or wrong.
  init(_ params: [String: JSONValue]) throws(ProtocolError) {
    guard let meta = params["_meta"]?.fields else {
      throw .invalidParams(
        "params._meta is missing; it holds \(MetaKey.version) and \(MetaKey.clientCapabilities)")
    }
    let missing = [MetaKey.version, MetaKey.clientCapabilities].filter { meta[$0] == nil }
    guard missing.isEmpty else {
      throw .invalidParams("params._meta lacks \(missing.joined(separator: " and "))")
    }
    guard let version = meta[MetaKey.version]?.text else {
      throw .invalidParams("\(MetaKey.version) is no text")
    }
    guard let revision = ProtocolRevision.stateless.first(where: { $0.rawValue == version }) else {
      throw .unsupported(version)
    }
    guard meta[MetaKey.clientCapabilities]?.fields != nil else {
      throw .invalidParams("\(MetaKey.clientCapabilities) is no object")
    }
    self.revision = revision
    switch meta[MetaKey.logLevel] {
    case nil, .null: logLevel = nil
    case let value?: logLevel = try LogLevel(value)
    }
  }
}
