internal import Foundation

/// Files that are written as a whole.
public enum WholeFile {
  /// Replaces a file at once, so that one that is cut off is never seen.
  ///
  /// - Throws: `BenchError.notWritable`.
  public static func write(_ text: String, to path: String) throws(BenchError) {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .notWritable(path: path, reason: FileReason.text(of: error))
    }
  }
}
