internal import Foundation

/// What is asked of the file system.
enum FileTest {
  /// Whether anything has this path, even a symbolic link that leads nowhere.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether a file has this path, which is no symbolic link.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a path leads to a folder.
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Whether a path leads to a file or folder.
  static func leadsSomewhere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }
}
