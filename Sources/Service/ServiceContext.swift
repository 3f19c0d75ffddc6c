internal import Hummingbird
internal import NIOCore

/// What is known of a request besides what it says.
struct ServiceContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// Address of the client, without the port.
  let client: String
  let connection: ObjectIdentifier
  /// When the request began.
  let start: ContinuousClock.Instant

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    client = source.channel.remoteAddress?.ipAddress ?? "local"
    connection = ObjectIdentifier(source.channel)
    start = .now
  }
}
