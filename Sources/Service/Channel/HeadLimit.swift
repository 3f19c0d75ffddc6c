internal import NIOCore

/// Ends connections whose request line and header fields do not end: the parser bounds single fields, but not
/// the address.
final class HeadLimit: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let counter: HeadCounter
  private let longest: Int
  private var isClosing = false

  init(_ counter: HeadCounter, longest: Int) {
    self.counter = counter
    self.longest = longest
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isClosing else { return }
    if counter.isAwaitingHead { counter.bytes += unwrapInboundIn(data).readableBytes }
    // The parser runs within this call, and resets the counter where a head is complete.
    context.fireChannelRead(data)
    guard counter.isAwaitingHead, counter.bytes > longest else { return }
    isClosing = true
    guard !counter.isAnswering else {
      context.close(promise: nil)
      return
    }
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: Refusal.longHead.bytes))).whenComplete {
      _ in
      bound.value.close(promise: nil)
    }
  }
}
