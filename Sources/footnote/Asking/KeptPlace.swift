import FootnoteKit

/// Reads what a user names as a file or folder of one knowledge base, from its root or from the current
/// folder.
struct KeptPlace {
  private let base: KnowledgeBase
  private let workingDirectory: String

  init(_ base: KnowledgeBase, workingDirectory: String) {
    self.base = base
    self.workingDirectory = workingDirectory
  }

  /// The path relative to the root; empty for the root itself.
  ///
  /// - Parameter mayBeGone: Whether it need not exist any more.
  /// - Throws: `ErrorMessage` where it leads to nothing within the knowledge base.
  func inside(_ path: String, mayBeGone: Bool) throws -> String {
    let fromHere = fromHere(path)
    let fromRoot = path.hasPrefix("/") ? nil : FilePath.normalized(path)
    let candidates = [fromHere, fromRoot].compactMap(\.self)
    if let found = candidates.first(where: { FileTest.exists(base.absolutePath(of: $0)) }) {
      return found
    }
    guard mayBeGone, let first = candidates.last else {
      throw ErrorMessage(
        "there is no such file or folder in the knowledge base", at: path,
        remedy: "name one from \(base.root), or from here")
    }
    return first
  }

  private func fromHere(_ path: String) -> String? {
    let absolute = path.hasPrefix("/") ? path : workingDirectory + "/" + path
    let plain = FileTest.standardized(absolute)
    if plain == base.root { return "" }
    let prefix = base.root == "/" ? "/" : base.root + "/"
    return plain.hasPrefix(prefix) ? String(plain.dropFirst(prefix.count)) : nil
  }
}
