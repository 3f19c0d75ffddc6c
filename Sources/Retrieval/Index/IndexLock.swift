internal import Foundation

/// The right to write an index: one process has it at a time, and the system takes it back when the
/// process ends in whatever way.
final class IndexLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock without waiting.
  ///
  /// - Throws: `IndexError.locked` where another process has it, `.unsafe` where its file is none,
  ///   `.notWritable` or `.storage` where there is no way to make it.
  init(_ folder: IndexFolder) throws(IndexError) {
    let path = folder.lockPath
    do {
      try FileManager.default.createDirectory(
        atPath: folder.path, withIntermediateDirectories: true)
    } catch {
      throw .writing(folder.path, error)
    }
    try folder.requirePlainFile(path)
    // Neither follows a link nor waits for a pipe that took the file's place since.
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else { throw .writing(path, code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { throw .locked(path: path) }
      throw .writing(path, code: code)
    }
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }
}
