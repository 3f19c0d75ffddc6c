internal import Foundation

/// The folder in which new files of an index are made before they are renamed into their place. Its name
/// and the names in it are Footnote's own; nothing else is ever removed from it.
struct IndexWorkshop {
  private static let name = ".footnote-workshop"
  private static let database = "footnote.sqlite"

  let folder: IndexFolder
  private var path: String { folder.path + "/" + Self.name }

  init(_ folder: IndexFolder) {
    self.folder = folder
  }

  /// Where a replacement of the database is made.
  var replacement: IndexFolder { IndexFolder(path: path) }
  /// Where a file of a segment is made.
  func segmentPath(_ file: String) -> String { path + "/" + file }

  /// Makes the folder where it is not there. The caller holds the lock.
  ///
  /// - Throws: `IndexError.unsafe` where something else has its name, `.notWritable`, `.storage`.
  func begin() throws(IndexError) {
    if mkdir(path, 0o755) == 0 { return }
    let code = errno
    guard code == EEXIST else { throw .writing(path, code: code) }
    guard IndexFolder.kind(of: path) == S_IFDIR else {
      throw .unsafe(path: path, reason: "it is not a folder")
    }
  }

  /// An empty file, which nothing that lay there before can lead elsewhere.
  func make(_ path: String) throws(IndexError) -> FileHandle {
    unlink(path)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else { throw .writing(path, code: errno) }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Removes what was made here, also by a process that was killed.
  func clear() {
    guard IndexFolder.kind(of: path) == S_IFDIR else { return }
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + "/" + Self.database + suffix) }
    for name in SegmentKind.magics.keys {
      unlink(segmentPath(name))
      for draft in [".new", ".tmp"] { unlink(segmentPath(name) + draft) }
    }
    // Stays where somebody has put other things in it.
    rmdir(path)
  }
}
