import FootnoteKit
import Foundation
import Synchronization

/// Messages of other threads, and of handlers of signals, for a loop that waits on descriptors.
final class Mailbox<Message: Sendable>: Sendable {
  /// To wait on.
  let readEnd: Int32
  /// Takes bytes of handlers of signals; does not block.
  let writeEnd: Int32
  private let messages = Mutex<[Message]>([])

  /// - Throws: `ErrorMessage` where no more files can be opened.
  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw ErrorMessage("no pipe can be made", at: String(cString: strerror(errno)))
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    // A pipe that is full wakes too.
    var byte = UInt8(ascii: "m")
    _ = write(writeEnd, &byte, 1)
  }

  /// What has come: bytes of handlers, each once, and messages in their order.
  func take() -> (signals: Set<UInt8>, messages: [Message]) {
    var signals: Set<UInt8> = []
    var piece = [UInt8](repeating: 0, count: 256)
    while case let count = read(readEnd, &piece, piece.count), count > 0 {
      signals.formUnion(piece[..<count])
    }
    signals.remove(UInt8(ascii: "m"))
    let taken = messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
    return (signals, taken)
  }
}
