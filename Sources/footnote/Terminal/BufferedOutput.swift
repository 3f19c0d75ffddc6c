import Foundation

/// The one way to standard output: collects text and writes it in large pieces.
final class BufferedOutput {
  private static let capacity = 1 << 16
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  init(descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
  }

  /// - Throws: `OutputError`.
  func write(_ text: String) throws {
    buffer += text.utf8
    if buffer.count >= Self.capacity { try flush() }
  }

  /// - Throws: `OutputError`.
  func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Writes `text` and a line break.
  func line(_ text: String = "") throws {
    try write(text + "\n")
  }

  /// Hands on what was collected.
  ///
  /// - Throws: `OutputError`; what was collected is gone then.
  func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    var start = 0
    while start < buffer.count {
      let written = buffer[start...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if written > 0 {
        start += written
      } else if errno == EPIPE {
        throw OutputError.closed
      } else if errno == EBADF {
        throw OutputError.failed(reason: "it is closed")
      } else if errno == EAGAIN {
        waitUntilWritable()
      } else if errno != EINTR {
        throw OutputError.failed(reason: String(cString: strerror(errno)))
      }
    }
  }

  /// A pipe that somebody made non-blocking is full.
  private func waitUntilWritable() {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    poll(&request, 1, -1)
  }
}
