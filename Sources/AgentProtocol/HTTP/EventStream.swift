/// Messages as server-sent events, in the order in which they come.
public struct EventStream: AsyncSequence, Sendable {
  public typealias Element = [UInt8]

  /// What goes through the stream.
  enum Item: Sendable {
    case message(OutgoingMessage)
    /// Nothing to say, but the connection must not look dead.
    case pause
    /// The last message, where there is one.
    case end(OutgoingMessage?)
  }

  let first: Item?
  let rest: AsyncStream<Item>

  /// Reads the stream as bytes to write.
  public struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate var first: Item?
    fileprivate var rest: AsyncStream<Item>.Iterator
    fileprivate var isDone = false

    public mutating func next() async -> [UInt8]? {
      guard !isDone else { return nil }
      let item: Item?
      if let first {
        item = first
        self.first = nil
      } else {
        item = await rest.next()
      }
      switch item {
      case .message(let message): return EventStream.frame(message)
      case .pause: return Array(": \n\n".utf8)
      case .end(let message):
        isDone = true
        return message.map(EventStream.frame)
      case nil: return nil
      }
    }
  }

  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(first: first, rest: rest.makeAsyncIterator())
  }

  /// JSON has no line breaks outside strings, and escapes them within: one line of data is enough.
  static func frame(_ message: OutgoingMessage) -> [UInt8] {
    Array("event: message\ndata: ".utf8) + message.bytes + Array("\n\n".utf8)
  }
}
