internal import AgentProtocol
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPCompression
internal import NIOHTTPTypes
internal import NIOHTTPTypesHTTP1

/// HTTP/1.1 over one connection, with limits and compression.
///
/// Hummingbird's own channel has no place for the compressor, which works on NIO's types of HTTP and not on
/// those that Hummingbird handles.
struct ServiceChannel: ServerChildChannel, HTTPChannelHandler {
  typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

  let responder: HTTPChannelHandler.Responder
  let limits: ServiceLimits
  let crowd: Crowd

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      var decoding = NIOHTTPDecoderLimitConfiguration()
      decoding.maxHeaderFieldSize = limits.longestHeader
      decoding.maxHeaderListSize = limits.longestHeader
      decoding.maxHeaderFieldCount = 100
      let pipeline = channel.pipeline.syncOperations
      let counter = HeadCounter()
      // What comes in one piece with a head may be the beginning of the next.
      let longestHead = 2 * (limits.longestTarget + limits.longestHeader)
      try pipeline.addHandler(HeadLimit(counter, longest: longestHead))
      try pipeline.configureHTTPServerPipeline(
        withPipeliningAssistance: false, withErrorHandling: false,
        withOutboundHeaderValidation: false, withEncoderConfiguration: .init(),
        withDecoderLimitConfiguration: decoding)
      try pipeline.addHandler(
        ConnectionGuard(
          counter, crowd, limits, longestBody: StreamableHTTP.longestBody + 65536))
      try pipeline.addHandler(
        HTTPResponseCompressor(responseCompressionPredicate: CompressionRule.intent))
      try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
      try pipeline.addHandler(
        HTTPConnectionStateHandler(idleTimeout: limits.headTime, logger: logger))
      return try NIOAsyncChannel(
        wrappingChannelSynchronously: channel,
        configuration: .init(isOutboundHalfClosureEnabled: true))
    }
  }

  func handle(value: Value, logger: Logger) async {
    await handleHTTP(asyncChannel: value, logger: logger)
  }
}
