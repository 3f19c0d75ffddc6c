internal import Corpus
internal import Digest
internal import Foundation
internal import Synchronization

/// Reads cited text from the files and checks that it is what was indexed.
final class PassageReader: Sendable {
  private struct Content {
    var modified: Int64
    var size: Int
    var bytes: [UInt8]
  }

  /// Files are kept for the other passages of an answer, up to this many bytes.
  private static let capacity = 64 << 20

  private let reader: CorpusReader
  private let root: String
  private let cache = Mutex<[PathKey: Content]>([:])

  init(_ knowledgeBase: KnowledgeBase) {
    reader = CorpusReader(knowledgeBase)
    root = knowledgeBase.root
  }

  /// The bytes of a file as it is now.
  ///
  /// - Throws: `CorpusError.unreadable`.
  func file(_ path: String) throws(CorpusError) -> [UInt8] {
    let key = PathKey(path)
    var info = stat()
    guard stat(root + "/" + path, &info) == 0 else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    let modified = Int64(info.st_mtim.tv_sec) * 1_000_000_000 + Int64(info.st_mtim.tv_nsec)
    if let known = cache.withLock({ $0[key] }), known.modified == modified,
      known.size == Int(info.st_size)
    {
      return known.bytes
    }
    let bytes = try reader.read(path)
    let content = Content(modified: modified, size: Int(info.st_size), bytes: bytes)
    cache.withLock { files in
      if files.values.reduce(bytes.count, { $0 + $1.bytes.count }) > Self.capacity {
        files.removeAll()
      }
      files[key] = content
    }
    return bytes
  }

  /// The cited bytes, or `nil` where the file holds something else there by now.
  func cited(_ bytes: Range<Int>, of path: String, digest: [UInt8]) -> [UInt8]? {
    guard let content = try? file(path), bytes.upperBound <= content.count else { return nil }
    let cited = Array(content[bytes])
    return SHA256Digest(of: cited).bytes == digest ? cited : nil
  }
}
