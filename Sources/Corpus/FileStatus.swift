#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the system knows of a file.
package struct FileStatus {
  /// Tells whether two paths lead to the same file.
  package struct Identity: Hashable {
    let device: UInt64
    let number: UInt64
  }

  package let kind: FolderHandle.Kind
  package let size: Int
  /// Nanoseconds since 1970.
  package let modified: Int64
  /// Nanoseconds since 1970.
  let changed: Int64
  package let identity: Identity
  /// Whether everybody may read it, so that nobody needs to be asked.
  let isReadableByAll: Bool

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(status.st_size)
    #if canImport(Darwin)
      modified = Self.nanoseconds(status.st_mtimespec)
      changed = Self.nanoseconds(status.st_ctimespec)
    #else
      modified = Self.nanoseconds(status.st_mtim)
      changed = Self.nanoseconds(status.st_ctim)
    #endif
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
    isReadableByAll = status.st_mode & S_IROTH != 0
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
