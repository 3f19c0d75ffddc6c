internal import Foundation

/// The lines of a file, one after the other, without holding the whole file. The owner of an open
/// file.
final class LineReader {
  /// Bytes read at a time.
  private static let chunkSize = 1 << 18

  let path: String
  /// The line that was read last, from 1.
  private(set) var number = 0
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  /// Where in `buffer` the next line begins.
  private var start = 0
  private var isAtEnd = false

  init(path: String) throws(EvaluationError) {
    self.path = path
    do {
      handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    } catch {
      throw .unreadable(file: path, reason: TextFile.reason(error))
    }
  }

  /// The next line that holds more than white space, without LF or CRLF; nil at the end.
  func next() throws(EvaluationError) -> String? {
    while let line = try nextLine() {
      number += 1
      var text = line
      if number == 1, text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
      if !text.allSatisfy(TextLines.isSpace) { return String(decoding: text, as: UTF8.self) }
    }
    return nil
  }

  private func nextLine() throws(EvaluationError) -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return buffer[start..<end]
      }
      searched = buffer.count
      guard !isAtEnd else {
        defer { start = buffer.count }
        return start < buffer.count ? buffer[start...] : nil
      }
      searched -= start
      buffer.removeFirst(start)
      start = 0
      try fill()
    }
  }

  private func fill() throws(EvaluationError) {
    do {
      let chunk = try handle.read(upToCount: Self.chunkSize) ?? Data()
      isAtEnd = chunk.isEmpty
      buffer += chunk
    } catch {
      throw .unreadable(file: path, reason: TextFile.reason(error))
    }
  }
}
