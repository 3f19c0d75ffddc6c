#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The few calls to the system that are not about the names in a folder.
package enum FileSystem {
  /// The absolute path that `path` leads to, symbolic links resolved.
  package static func realPath(_ path: String) throws(SystemError) -> String {
    guard let resolved = realpath(path, nil) else { throw SystemError(errno) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  package static func status(of path: String) throws(SystemError) -> FileStatus {
    var status = stat()
    guard stat(path, &status) == 0 else { throw SystemError(errno) }
    return FileStatus(status)
  }

  package static func isFolder(_ path: String) -> Bool {
    (try? status(of: path))?.kind == .folder
  }

  /// Whether `path` itself is a symbolic link, wherever it leads.
  package static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && FileStatus(status).kind == .link
  }

  package static func isFile(_ path: String) -> Bool {
    (try? status(of: path))?.kind == .file
  }

  /// Reads a regular file of at most `limit` bytes. Never waits, not even where the path turns out to be
  /// a pipe.
  package static func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemError(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemError(errno) }
    guard FileStatus(status).kind == .file else { throw SystemError(EINVAL) }
    var capacity = min(Int(status.st_size), limit) + 1
    var bytes: [UInt8] = []
    while true {
      var failure: Int32?
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        while count < buffer.count {
          let got = Self.readSome(
            descriptor,
            UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
          )
          if got < 0 { failure = errno }
          if got <= 0 { break }
          count += got
        }
      }
      if let failure { throw SystemError(failure) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if bytes.count > limit { throw SystemError(EFBIG) }
      if chunk.count < capacity { return bytes }
      // The file has grown since it was looked at.
      capacity = 65_536
    }
  }

  private static func readSome(
    _ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer
  ) -> Int {
    while true {
      #if canImport(Glibc)
        let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let got = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let got = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if got >= 0 || errno != EINTR { return got }
    }
  }
}
