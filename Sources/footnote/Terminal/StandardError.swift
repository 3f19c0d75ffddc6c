import Foundation
import TerminalOutput

/// Messages for people. They are written at once; one that cannot be written is lost.
struct StandardError {
  /// Writes one line; control characters are left out of it, except those of `raw`.
  func line(_ text: String) {
    raw(text.plainLine + "\n")
  }

  /// Writes text as it is.
  func raw(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if written > 0 {
        bytes = bytes.dropFirst(written)
      } else if errno != EINTR {
        return
      }
    }
  }
}
