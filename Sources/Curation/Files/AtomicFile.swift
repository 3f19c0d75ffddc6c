internal import Corpus
internal import Foundation

/// Replaces files whole or not at all: whoever reads, or pulls the plug, finds the old bytes or the new
/// ones.
public enum AtomicFile {
  /// Gives the file at `path` new contents.
  ///
  /// The bytes go to a hidden file in the same folder, are synced, and take the name of the old file with
  /// its rights. A symbolic link stays; the file that it leads to is replaced.
  ///
  /// - Parameter original: What the contents were made from; `nil` where there was no file. Nothing is
  ///   written where the file holds something else by now.
  /// - Throws: `CurationError.changedMeanwhile`, `.exists`, `.unreadable`, `.notWritable`.
  public static func write(
    _ contents: [UInt8], to path: String, replacing original: [UInt8]?
  ) throws(CurationError) {
    guard let original else { return try NewFile.write(contents, to: path) }
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    guard let current = FileManager.default.contents(atPath: target.path) else {
      throw .unreadable(path: path, reason: "it is gone or closed to you")
    }
    guard Array(current) == original else { throw .changedMeanwhile(path: path) }
    // A file that its owner has closed is meant to stay as it is, though its folder would let it go.
    guard access(target.path, W_OK) == 0 else { throw notWritable(path) }
    let draft = target.deletingLastPathComponent()
      .appendingPathComponent(".\(UUID().uuidString).draft").path
    do throws(CurationError) {
      try fill(draft, with: contents, like: target.path, for: path)
      guard rename(draft, target.path) == 0 else { throw notWritable(path) }
    } catch {
      unlink(draft)
      throw error
    }
  }

  private static func fill(
    _ draft: String, with contents: [UInt8], like model: String, for path: String
  ) throws(CurationError) {
    var status = stat()
    guard stat(model, &status) == 0 else { throw notWritable(path) }
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw notWritable(path) }
    defer { close(descriptor) }
    guard Descriptor.write(contents, to: descriptor) else { throw notWritable(path) }
    guard fchmod(descriptor, status.st_mode & 0o7777) == 0, fsync(descriptor) == 0 else {
      throw notWritable(path)
    }
    // Only the superuser may give files away; others keep what they make.
    _ = fchown(descriptor, status.st_uid, status.st_gid)
  }

  /// With what the system last complained of.
  private static func notWritable(_ path: String) -> CurationError {
    .notWritable(path: path, reason: Descriptor.reason(errno))
  }
}
