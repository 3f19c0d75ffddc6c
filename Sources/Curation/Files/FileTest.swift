internal import Foundation

/// What is asked of the file system.
enum FileTest {
  /// Whether anything has this path, even a symbolic link that leads nowhere.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether a path leads to a file or folder.
  static func leadsSomewhere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }
}
