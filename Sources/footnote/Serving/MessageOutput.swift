import AgentProtocol
import Foundation
import Synchronization

/// Writes the messages of a protocol to standard output, one a line, from whatever thread they come.
final class MessageOutput: Sendable {
  /// Bytes that wait for a reader. Beyond them messages that can be missed are left out.
  private static let patience = 8 << 20

  private let queue = DispatchQueue(label: "footnote.output")
  private let waiting = Atomic<Int>(0)
  private let onFailure: @Sendable (any Error) -> Void

  /// - Parameter onFailure: Called when nothing can be written any more, also because nobody reads.
  init(onFailure: @escaping @Sendable (any Error) -> Void) {
    self.onFailure = onFailure
  }

  func send(_ message: ClientMessage) {
    if message.isOptional, waiting.load(ordering: .relaxed) > Self.patience { return }
    let line = message.bytes + [UInt8(ascii: "\n")]
    waiting.add(line.count, ordering: .relaxed)
    queue.async { [self] in
      do {
        let output = BufferedOutput()
        try output.write(line)
        try output.flush()
      } catch {
        onFailure(error)
      }
      waiting.subtract(line.count, ordering: .relaxed)
    }
  }

  /// Waits until everything is written, or cannot be.
  func drain() async {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume() }
    }
  }
}
