#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The operating system's functions for writing files, and their errors.
enum SystemCall {
  static func text(of code: Int32) -> String { String(cString: strerror(code)) }

  static func failure(_ operation: String, _ path: String) -> VectorIndexError {
    .writing(operation: operation, path: path, code: errno)
  }

  static func create(_ path: String) throws(VectorIndexError) -> Int32 {
    let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw failure("create", path) }
    return descriptor
  }

  static func write(
    _ bytes: borrowing Span<UInt8>, at offset: Int, to descriptor: Int32, path: String
  ) throws(VectorIndexError) {
    let code = bytes.withUnsafeBytes { memory -> Int32 in
      var done = 0
      while done < memory.count {
        let status = pwrite(
          descriptor, memory.baseAddress.map { $0 + done }, memory.count - done,
          off_t(offset + done))
        if status < 0 && errno == EINTR { continue }
        guard status > 0 else { return status == 0 ? ENOSPC : errno }
        done += status
      }
      return 0
    }
    guard code == 0 else { throw .writing(operation: "write", path: path, code: code) }
  }

  static func synchronize(_ descriptor: Int32, path: String) throws(VectorIndexError) {
    guard fsync(descriptor) == 0 else { throw failure("sync", path) }
  }

  static func closeFile(_ descriptor: Int32) {
    close(descriptor)
  }

  static func remove(_ path: String) {
    unlink(path)
  }

  /// Gives a file its final name, and waits until the disk knows of it.
  static func rename(_ old: String, to new: String) throws(VectorIndexError) {
    #if canImport(Darwin)
      let status = Darwin.rename(old, new)
    #else
      let status = Glibc.rename(old, new)
    #endif
    guard status == 0 else { throw failure("rename", old) }
    let folder = new.lastIndex(of: "/").map { String(new[..<$0]) } ?? "."
    let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    // Some file systems cannot sync folders, and need not.
    _ = fsync(descriptor)
    close(descriptor)
  }
}
