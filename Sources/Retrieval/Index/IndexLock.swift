internal import Foundation

/// The right to write an index: one process has it at a time, and the system takes it back when the
/// process ends in whatever way.
final class IndexLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock without waiting.
  ///
  /// - Throws: `IndexError.locked` where another process has it, `.notWritable` where there is no way to
  ///   make the file.
  init(_ folder: IndexFolder) throws(IndexError) {
    let path = folder.lockPath
    do {
      try FileManager.default.createDirectory(
        atPath: folder.path, withIntermediateDirectories: true)
    } catch {
      throw .notWritable(path: folder.path, reason: Self.reason(of: error))
    }
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .notWritable(path: path, reason: String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { throw .locked(path: path) }
      throw .notWritable(path: path, reason: String(cString: strerror(code)))
    }
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  private static func reason(of error: any Error) -> String {
    if let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError,
      underlying.domain == NSPOSIXErrorDomain
    {
      return String(cString: strerror(Int32(underlying.code)))
    }
    return error.localizedDescription
  }
}
