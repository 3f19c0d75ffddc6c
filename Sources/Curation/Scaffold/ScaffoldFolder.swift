internal import Foundation

/// Makes folders.
enum ScaffoldFolder {
  /// Makes a folder and those above it; says whether it was not there.
  /// - Throws: `CurationError.notWritable`, also where there is a file of its name.
  @discardableResult
  static func make(_ path: String) throws(CurationError) -> Bool {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      if isFolder.boolValue { return false }
      throw .notWritable(path: path, reason: "there is a file of this name")
    }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .notWritable(path: path, reason: error.localizedDescription)
    }
    return true
  }
}
