import FootnoteKit
import Foundation

/// Reads a file or standard input line by line, as the lines come.
final class LineReader {
  private let descriptor: Int32
  private let path: String
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// - Parameter path: `-` for standard input.
  /// - Throws: `ErrorMessage` where the file cannot be opened.
  init(path: String) throws {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ErrorMessage(
        "the questions cannot be read", at: "\(path): \(String(cString: strerror(errno)))",
        remedy: "name a file, or - for standard input")
    }
  }

  deinit {
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  /// The next line without its break; `nil` at the end.
  ///
  /// - Throws: `ErrorMessage` where reading fails.
  func next() throws -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(buffer[start..<end])
        start = end + 1
        return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      }
      if isAtEnd {
        defer { start = buffer.count }
        return start < buffer.count ? Array(buffer[start...]) : nil
      }
      buffer.removeSubrange(..<start)
      start = 0
      searched = buffer.count
      try fill()
    }
  }

  private func fill() throws {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count > 0 {
      buffer += piece[..<count]
    } else if count == 0 {
      isAtEnd = true
    } else if errno != EINTR {
      let reason = errno == EBADF ? "it is closed" : String(cString: strerror(errno))
      throw ErrorMessage("the questions cannot be read", at: "\(path): \(reason)")
    }
  }
}
