internal import Foundation

/// A file open to be appended to, locked against others who do the same. The lock ends with it.
struct LockedFile: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// Opens or makes the file and waits for its lock.
  /// - Throws: `CurationError.notWritable`.
  init(appendingTo path: String) throws(CurationError) {
    while true {
      let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw Self.notWritable(path) }
      while flock(descriptor, LOCK_EX) != 0 {
        guard errno == EINTR else {
          let error = Self.notWritable(path)
          close(descriptor)
          throw error
        }
      }
      // An editor may have put another file in its place while this one was waited for.
      if Self.isStill(descriptor, at: path) {
        self.descriptor = descriptor
        self.path = path
        return
      }
      close(descriptor)
    }
  }

  deinit {
    close(descriptor)
  }

  private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
    var own = stat()
    var named = stat()
    guard fstat(descriptor, &own) == 0, stat(path, &named) == 0 else { return false }
    return own.st_ino == named.st_ino && own.st_dev == named.st_dev
  }

  /// All bytes of the file.
  /// - Throws: `CurationError.unreadable`.
  borrowing func contents() throws(CurationError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let got = chunk.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(bytes.count))
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .unreadable(path: path, reason: Descriptor.reason(errno)) }
      if got == 0 { return bytes }
      bytes += chunk[..<got]
    }
  }

  /// Writes all of `bytes` behind the others, or none of them.
  /// - Throws: `CurationError.notWritable`.
  borrowing func append(_ bytes: [UInt8]) throws(CurationError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.notWritable(path) }
    guard Descriptor.write(bytes, to: descriptor), fsync(descriptor) == 0 else {
      let error = Self.notWritable(path)
      // Half an entry is worse than none; what was there before stays.
      _ = ftruncate(descriptor, status.st_size)
      throw error
    }
  }

  private static func notWritable(_ path: String) -> CurationError {
    .notWritable(path: path, reason: Descriptor.reason(errno))
  }
}
