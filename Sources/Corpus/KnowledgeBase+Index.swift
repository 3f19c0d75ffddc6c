extension KnowledgeBase {
  /// The folder of what is built, relative to the root, which the walk leaves out: what `footnote.yml`
  /// says, else `Index`; `nil` where a folder of that usual name holds notes, which are read like others.
  public var builtFolder: String? {
    let folder = configuration.index
    guard folder == Configuration.defaultIndex else { return folder }
    return refusal(of: folder) == nil ? folder : nil
  }

  /// Makes sure that a folder of this knowledge base may hold the index: it is nobody's notes, and no
  /// symbolic link on the way to it leads out, since the index is written there.
  ///
  /// - Parameter folder: relative to the root; need not exist yet.
  /// - Throws: `CorpusError.indexPlace`.
  public func checkIndexPlace(_ folder: String) throws(CorpusError) {
    if let reason = refusal(of: folder) {
      throw .indexPlace(path: absolutePath(of: folder), reason: reason)
    }
    try checkStaysInside(folder)
  }

  /// Makes sure that the folder that a user chose for the index holds nobody's notes. Symbolic links on the
  /// way to it are the user's own.
  ///
  /// - Parameter path: absolute; need not exist yet.
  /// - Throws: `CorpusError.indexPlace`.
  public func checkChosenIndexPlace(_ path: String) throws(CorpusError) {
    guard let resolved = try? FileSystem.realPath(path),
      FilePath.isWithin(resolved, folder: root)
    else { return }
    let start = root == "/" ? 1 : root.utf8.count + 1
    let folder = String(decoding: resolved.utf8.dropFirst(start), as: UTF8.self)
    if let reason = refusal(of: folder) { throw .indexPlace(path: path, reason: reason) }
  }

  /// Why `folder` cannot hold the index; `nil` where it can.
  private func refusal(of folder: String) -> String? {
    if let layer = layers.first(where: { FilePath.isWithin($0.path, folder: folder) }) {
      return "it holds the layer '\(layer.name)'"
    }
    guard layers.contains(where: { FilePath.isWithin(folder, folder: $0.path) }),
      let note = firstNote(in: folder)
    else { return nil }
    return "it holds notes (\(note))"
  }

  /// Any markdown file below `folder`, without following links.
  private func firstNote(in folder: String) -> String? {
    var open = [folder]
    while let path = open.popLast() {
      guard var handle = try? FolderHandle(path: absolutePath(of: path)) else { continue }
      while let entry = try? handle.next() {
        let name = String(decoding: entry.name, as: UTF8.self)
        guard !name.hasPrefix("."),
          let status = try? handle.status(of: name, following: false)
        else { continue }
        if status.kind == .folder { open.append(FilePath.join(path, name)) }
        if status.kind == .file, FilePath.isMarkdown(name) { return FilePath.join(path, name) }
      }
    }
    return nil
  }

  private func checkStaysInside(_ folder: String) throws(CorpusError) {
    var path = ""
    for part in folder.split(separator: "/") {
      path = FilePath.join(path, String(part))
      let absolute = absolutePath(of: path)
      guard FileSystem.isLink(absolute) else { continue }
      guard let resolved = try? FileSystem.realPath(absolute) else {
        throw .indexPlace(path: absolute, reason: "it is a symbolic link that leads nowhere")
      }
      guard root == "/" || FilePath.isWithin(resolved, folder: root) else {
        throw .indexPlace(
          path: absolute, reason: "it is a symbolic link that leads out of the knowledge base")
      }
    }
  }
}
