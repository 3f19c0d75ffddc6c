internal import NIOCore
internal import NIOHTTP1

/// Closes connections that take too long to say what they want, or send more than any answer needs, however
/// slowly they trickle, and answers what is no HTTP.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private let counter: HeadCounter
  private let crowd: Crowd
  private let limits: ServiceLimits
  private let longestBody: Int
  private var deadline: Scheduled<Void>?
  private var isReading = false
  /// Whether an answer has begun and is not at its end.
  private var isWriting = false
  private var unanswered = 0
  private var bodyLength = 0
  /// What the client will be told once what it asked before is answered; what it sends after that cannot be
  /// told apart.
  private var refusal: Refusal?
  /// Whether the last word is said.
  private var isOver = false

  init(_ counter: HeadCounter, _ crowd: Crowd, _ limits: ServiceLimits, longestBody: Int) {
    self.counter = counter
    self.crowd = crowd
    self.limits = limits
    self.longestBody = longestBody
  }

  func handlerAdded(context: ChannelHandlerContext) {
    crowd.enter()
    if context.channel.isActive { awaitHead(context) }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    crowd.leave()
    deadline?.cancel()
  }

  func channelActive(context: ChannelHandlerContext) {
    awaitHead(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard refusal == nil else { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      guard head.uri.hasPrefix("/"), head.headers["host"].count == 1 else {
        // Another host in the address or in a second field would be read by one program and passed over by
        // another (RFC 9112, 3.2).
        refuse(.malformed, context)
        return
      }
      isReading = true
      unanswered += 1
      counter.turn(awaitingHead: false)
      counter.isAnswering = true
      bodyLength = 0
      arm(limits.bodyTime, context)
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
      if unanswered == 0 { awaitHead(context) }
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard !isOver else {
      promise?.fail(ChannelError.alreadyClosed)
      return
    }
    switch unwrapOutboundIn(data) {
    case .head: isWriting = true
    case .body: break
    case .end:
      isWriting = false
      unanswered = max(0, unanswered - 1)
      counter.isAnswering = unanswered > 0
      if unanswered == 0, !isReading, refusal == nil { awaitHead(context) }
    }
    context.write(data, promise: promise)
    if let refusal, !isWriting { refuse(refusal, context) }
  }

  /// The parser cannot go on. The answer is written here and not by the handlers further on: the compressor
  /// there answers only what it has seen the head of.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError else {
      context.fireErrorCaught(error)
      return
    }
    if refusal == nil { refuse(error == .headerOverflow ? .longHead : .malformed, context) }
  }

  /// Says the last word as soon as whole requests that came before are answered. A request that breaks off in
  /// the middle gets no other answer.
  private func refuse(_ refusal: Refusal, _ context: ChannelHandlerContext) {
    self.refusal = refusal
    let whole = isReading ? unanswered - 1 : unanswered
    guard whole <= 0, !isWriting, !isOver else { return }
    isOver = true
    deadline?.cancel()
    context.write(wrapOutboundOut(.head(refusal.head)), promise: nil)
    context.write(
      wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: refusal.body)))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    // Closing at once with something unread would reset the connection before the answer is read.
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: .milliseconds(100)) { bound.value.close(promise: nil) }
  }

  /// Looks again now and then whether others need the place.
  private func awaitHead(
    _ context: ChannelHandlerContext, since start: ContinuousClock.Instant = .now
  ) {
    deadline?.cancel()
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    let next = min(limits.headTime, limits.headTimeInCrowd)
    deadline = context.eventLoop.scheduleTask(in: TimeAmount(next)) {
      let (handler, context) = bound.value
      if handler.crowd.isDense || ContinuousClock.now - start >= handler.limits.headTime {
        context.close(promise: nil)
      } else {
        handler.awaitHead(context, since: start)
      }
    }
  }

  private func arm(_ time: Duration, _ context: ChannelHandlerContext) {
    deadline?.cancel()
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    deadline = context.eventLoop.scheduleTask(in: TimeAmount(time)) {
      bound.value.close(promise: nil)
    }
  }
}
