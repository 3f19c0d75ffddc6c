/// The framing of the transport over standard input and output: one message a line, no line break within.
///
///     var framing = LineFraming()
///     for frame in framing.take(bytes) { … }
///     if let frame = framing.end() { … }
public struct LineFraming: Sendable {
  /// What was read.
  public enum Frame: Sendable, Hashable {
    case message([UInt8])
    /// A line that was longer than a message may be; its text is gone.
    case tooLong
  }

  /// Bytes that a message may have. Questions are short: whoever sends more means something else.
  public static let longestMessage = 1 << 20

  private let limit: Int
  private var line: [UInt8] = []
  private var isSkipping = false

  public init(limit: Int = LineFraming.longestMessage) {
    self.limit = limit
  }

  /// Takes bytes as they come and returns the messages that are complete by now. Empty lines are none.
  ///
  /// - Complexity: O(`bytes.count`); never keeps more than the limit.
  public mutating func take(_ bytes: some Collection<UInt8>) -> [Frame] {
    var frames: [Frame] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      append(rest[..<end])
      if let frame = finish() { frames.append(frame) }
      rest = rest[rest.index(after: end)...]
    }
    append(rest)
    return frames
  }

  /// A last line without a line break.
  public mutating func end() -> Frame? { finish() }

  /// The answer to a line that is too long.
  public static var refusal: ClientMessage {
    let error = ProtocolError.invalidRequest(
      "the message is longer than \(longestMessage) bytes")
    return ClientMessage(.error(id: nil, error))
  }

  private mutating func append(_ bytes: some Collection<UInt8>) {
    guard !isSkipping else { return }
    if line.count + bytes.count > limit {
      isSkipping = true
      line = []
    } else {
      line += bytes
    }
  }

  private mutating func finish() -> Frame? {
    defer {
      line = []
      isSkipping = false
    }
    if isSkipping { return .tooLong }
    let isEmpty = line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    return isEmpty ? nil : .message(line)
  }
}
