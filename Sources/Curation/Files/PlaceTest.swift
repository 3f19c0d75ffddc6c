internal import Corpus
internal import Foundation

/// Whether something that is to be written stays within the knowledge base.
enum PlaceTest {
  /// Why `path`, absolute, must not be written below `root`; `nil` where it may be.
  ///
  /// Of what is not there yet, the nearest folder that is counts. Symbolic links are followed.
  static func objection(to path: String, root: String) -> String? {
    var existing = path
    while !FileTest.exists(existing) {
      let folder = FilePath.folder(of: existing)
      guard !folder.isEmpty, folder != existing else { return nil }
      existing = folder
    }
    guard let real = real(existing), let top = self.real(root) else {
      return "it is a symbolic link that leads nowhere or out of the knowledge base"
    }
    let isInside = top == "/" || FilePath.isWithin(real, folder: top)
    return isInside ? nil : "it leads out of the knowledge base"
  }

  private static func real(_ path: String) -> String? {
    guard let buffer = realpath(path, nil) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }
}
