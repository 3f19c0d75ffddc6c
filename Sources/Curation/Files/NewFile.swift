import Foundation

/// Writes files that were not there before. Whoever adds to a knowledge base must not be able to lose
/// what is in it, so that nothing here ever replaces a file.
public enum NewFile {
  /// Writes `contents` to `path`, whole or not at all, and makes the folders that are missing.
  ///
  /// The bytes go to a hidden file in the same folder first and get their name by a hard link, which
  /// fails where the name is taken, by a symbolic link too.
  /// - throws: `CurationError.exists` where there is something at `path`, `CurationError.notWritable`.
  public static func write(_ contents: [UInt8], to path: String) throws(CurationError) {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let draft = folder.appendingPathComponent(".\(UUID().uuidString).draft")
      defer { try? FileManager.default.removeItem(at: draft) }
      try Data(contents).write(to: draft, options: .withoutOverwriting)
      guard link(draft.path, path) == 0 else {
        let code = errno
        if code == EEXIST { throw CurationError.exists(path: path) }
        throw CurationError.notWritable(path: path, reason: String(cString: strerror(code)))
      }
    } catch let error as CurationError {
      throw error
    } catch {
      throw .notWritable(path: path, reason: error.localizedDescription)
    }
  }
}
