/// The end of an `EventStream` that is written to.
struct EventSource: Sendable {
  /// Messages that wait for a client which reads slowly. One more ends the stream.
  private static let longestBacklog = 1024
  /// How long a stream may be silent: less than what proxies wait.
  static let pause = Duration.seconds(15)

  let items: AsyncStream<EventStream.Item>
  private let continuation: AsyncStream<EventStream.Item>.Continuation

  /// - Parameter onEnd: Called once nobody reads any more.
  init(onEnd: @escaping @Sendable () -> Void = {}) {
    (items, continuation) = AsyncStream.makeStream(
      bufferingPolicy: .bufferingOldest(Self.longestBacklog))
    let continuation = continuation
    let ticker = Task {
      while !Task.isCancelled {
        try await Task.sleep(for: Self.pause)
        continuation.yield(.pause)
      }
    }
    continuation.onTermination = { _ in
      ticker.cancel()
      onEnd()
    }
  }

  func send(_ message: OutgoingMessage) {
    if case .dropped = continuation.yield(.message(message)) { continuation.finish() }
  }

  func end(_ message: OutgoingMessage?) {
    continuation.yield(.end(message))
    continuation.finish()
  }
}
