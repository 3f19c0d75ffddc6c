import AgentProtocol
import FootnoteKit
import Foundation

/// Reads messages from standard input, one a line.
struct MessageInput {
  private static let pieceSize = 1 << 16

  /// Hands on every line until the end of input.
  ///
  /// - Throws: `ErrorMessage` where reading fails.
  func read(_ body: (LineFraming.Frame) -> Void) throws {
    var framing = LineFraming()
    while let piece = try next() {
      for frame in framing.take(piece) { body(frame) }
    }
    if let frame = framing.end() { body(frame) }
  }

  private func next() throws -> [UInt8]? {
    var piece = [UInt8](repeating: 0, count: Self.pieceSize)
    while true {
      let count = piece.withUnsafeMutableBytes {
        Foundation.read(STDIN_FILENO, $0.baseAddress, $0.count)
      }
      if count > 0 { return Array(piece[..<count]) }
      if count == 0 { return nil }
      if errno == EAGAIN {
        waitUntilReadable()
      } else if errno != EINTR {
        let reason = errno == EBADF ? "it is closed" : String(cString: strerror(errno))
        throw ErrorMessage("no messages can be read", at: "standard input: \(reason)")
      }
    }
  }

  /// A pipe that somebody made non-blocking is empty.
  private func waitUntilReadable() {
    var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    poll(&request, 1, -1)
  }
}
