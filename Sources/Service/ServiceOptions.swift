/// How knowledge bases are served.
public struct ServiceOptions: Sendable {
  /// Ports that are tried one after the other where none is chosen.
  public static let usualPorts = 7777...7807

  /// Address to listen on; `nil` for the loopback, which no other machine reaches.
  public var host: String?
  /// Port to listen on, 0 for any that is free; `nil` for the first of `usualPorts` that is.
  public var port: Int?
  /// What clients have to know; needed where `host` is given.
  public var token: AccessToken?
  /// Names under which this machine is called besides `host` and the loopback.
  public var names: [String]
  /// Whether changed files are read.
  public var refreshes: Bool
  public var limits: ServiceLimits

  public init(
    host: String? = nil, port: Int? = nil, token: AccessToken? = nil, names: [String] = [],
    refreshes: Bool = true, limits: ServiceLimits = ServiceLimits()
  ) {
    self.host = host
    self.port = port
    self.token = token
    self.names = names
    self.refreshes = refreshes
    self.limits = limits
  }
}
