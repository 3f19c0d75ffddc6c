import Corpus
import Foundation

/// Reads files without holding more of them than is needed.
enum FileHead {
  /// The first bytes of a file, as many as kinds are told by.
  static func read(_ path: String) throws(ImportError) -> [UInt8] {
    var head: [UInt8] = []
    try chunks(of: path, size: FileKindDetector.headSize) { (chunk: [UInt8]) throws(ImportError) in
      head = chunk
      return false
    }
    return head
  }

  /// Hands a file over piece by piece, until `body` returns false.
  static func chunks(
    of path: String, size: Int, _ body: ([UInt8]) throws(ImportError) -> Bool
  ) throws(ImportError) {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .unreadable(reason: Self.reason(path))
    }
    defer { try? handle.close() }
    while true {
      let chunk: Data?
      do {
        chunk = try handle.read(upToCount: size)
      } catch {
        throw .unreadable(reason: "input/output error")
      }
      guard let chunk, !chunk.isEmpty else { return }
      guard try body(Array(chunk)) else { return }
    }
  }

  private static func reason(_ path: String) -> String {
    do {
      _ = try FileSystem.read(path, limit: Int.max - 1)
      return "cannot be read"
    } catch {
      return error.reason
    }
  }
}
