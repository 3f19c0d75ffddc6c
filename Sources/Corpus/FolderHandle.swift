#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An open folder: the one owner of a directory stream. Files are looked up relative to it, so that a
/// long path is not walked again for every file.
package struct FolderHandle: ~Copyable {
  /// What a name stands for, as far as the folder tells.
  package enum Kind {
    case file, folder, link, other, unknown
  }

  #if canImport(Darwin)
    private let stream: UnsafeMutablePointer<DIR>
  #else
    private let stream: OpaquePointer
  #endif

  /// Opens the folder at `path`.
  package init(path: String) throws(SystemError) {
    guard let stream = opendir(path) else { throw SystemError(errno) }
    self.stream = stream
  }

  deinit {
    closedir(stream)
  }

  /// The next name and what it stands for, without `.` and `..`; `nil` at the end.
  package mutating func next() throws(SystemError) -> (name: [UInt8], kind: Kind)? {
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw SystemError(errno) }
        return nil
      }
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
      var length = 0
      while start[length] != 0 { length += 1 }
      let name = Array(UnsafeBufferPointer(start: start, count: length))
      if name == [0x2E] || name == [0x2E, 0x2E] { continue }
      return (name, Self.kind(Int32(entry.pointee.d_type)))
    }
  }

  private static func kind(_ type: Int32) -> Kind {
    switch type {
    case Int32(DT_REG): .file
    case Int32(DT_DIR): .folder
    case Int32(DT_LNK): .link
    case Int32(DT_UNKNOWN): .unknown
    default: .other
    }
  }

  /// What the system knows of a file of this folder.
  package borrowing func status(of name: String, following: Bool) throws(SystemError) -> FileStatus
  {
    var status = stat()
    let flags = following ? 0 : AT_SYMLINK_NOFOLLOW
    guard fstatat(dirfd(stream), name, &status, flags) == 0 else { throw SystemError(errno) }
    return FileStatus(status)
  }

  /// Whether a file of this folder may be read by this process.
  borrowing func isReadable(_ name: String) -> Bool {
    faccessat(dirfd(stream), name, R_OK, 0) == 0
  }
}
