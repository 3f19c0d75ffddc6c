internal import Foundation

/// Keeps imports into one knowledge base apart, so that none of them writes what another one has written
/// since it looked.
enum ImportLock {
  /// Waits until no other import holds the folder, and holds it while `body` runs. The system takes the
  /// lock back when the process ends in whatever way.
  ///
  /// File systems that know no locks do without: files are written under free names all the same.
  static func hold(_ folder: String, _ body: () throws -> Void) throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // What keeps the folder from being opened is said where it is read.
    guard descriptor >= 0 else { return try body() }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    try body()
  }
}
