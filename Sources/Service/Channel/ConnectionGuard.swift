internal import NIOCore
internal import NIOHTTP1

/// Closes connections that take too long to say what they want, or send more than any answer needs, however
/// slowly they trickle.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private let counter: HeadCounter
  private let headTime: TimeAmount
  private let bodyTime: TimeAmount
  private let longestBody: Int
  private var deadline: Scheduled<Void>?
  private var isReading = false
  private var unanswered = 0
  private var bodyLength = 0

  init(_ counter: HeadCounter, headTime: Duration, bodyTime: Duration, longestBody: Int) {
    self.counter = counter
    self.headTime = TimeAmount(headTime)
    self.bodyTime = TimeAmount(bodyTime)
    self.longestBody = longestBody
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { arm(headTime, context) }
  }

  func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

  func channelActive(context: ChannelHandlerContext) {
    arm(headTime, context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      isReading = true
      unanswered += 1
      counter.turn(awaitingHead: false)
      counter.isAnswering = true
      bodyLength = 0
      arm(bodyTime, context)
    case .body(let part):
      bodyLength += part.readableBytes
      guard bodyLength <= longestBody else {
        context.close(promise: nil)
        return
      }
    case .end:
      isReading = false
      counter.turn(awaitingHead: true)
      deadline?.cancel()
      if unanswered == 0 { arm(headTime, context) }
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) {
      unanswered = max(0, unanswered - 1)
      counter.isAnswering = unanswered > 0
      if unanswered == 0, !isReading { arm(headTime, context) }
    }
    context.write(data, promise: promise)
  }

  private func arm(_ time: TimeAmount, _ context: ChannelHandlerContext) {
    deadline?.cancel()
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    deadline = context.eventLoop.scheduleTask(in: time) { bound.value.close(promise: nil) }
  }
}
