/// A message to a client, ready to be sent.
public struct ClientMessage: Sendable {
  package let content: OutgoingMessage

  package init(_ content: OutgoingMessage) {
    self.content = content
  }

  /// One line of JSON in UTF-8, without a line break.
  public var bytes: [UInt8] { content.bytes }

  /// Whether it may be left out where a client reads too slowly: what it says is said again, or is only
  /// about how far something is.
  public var isOptional: Bool {
    guard case .notification(let method, _) = content else { return false }
    return method == "notifications/progress" || method == "notifications/message"
  }
}

extension OutgoingMessage {
  /// A line of the log.
  static func logLine(_ level: LogLevel, _ text: String) -> OutgoingMessage {
    .notification(
      method: "notifications/message",
      params: ["level": .string(level.rawValue), "logger": "footnote", "data": .string(text)])
  }
}
