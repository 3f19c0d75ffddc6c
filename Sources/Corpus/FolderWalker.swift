/// Walks the folders of the layers, without recursion.
struct FolderWalker {
  /// A folder that is still to be listed.
  private struct Task {
    let path: String
    let ignores: IgnoreStack
  }

  private let base: KnowledgeBase
  private let configured: IgnoreRules
  /// What is built is no content.
  private let built: String?
  private var files: [FileEntry] = []
  private var skipped: [SkippedFile] = []
  private var open: [Task] = []
  /// Folders that links lead to. They wait until all others are listed: a folder is listed only once, and
  /// its own path is the better one.
  private var linked: [Task] = []
  private var seen: Set<FileStatus.Identity> = []

  init(_ base: KnowledgeBase) {
    self.base = base
    configured = IgnoreRules(patterns: base.configuration.ignore)
    built = base.builtFolder
  }

  mutating func walk() {
    for layer in outermostLayers() { start(layer) }
    while true {
      if let task = open.popLast() {
        list(task)
      } else if let task = linked.popLast() {
        list(task, isLinked: true)
      } else {
        return
      }
    }
  }

  func result() -> (files: [FileEntry], skipped: [SkippedFile]) {
    (
      files.sorted { FilePath.isBefore($0.path, $1.path) },
      skipped.sorted { FilePath.isBefore($0.path, $1.path) }
    )
  }

  /// Layers that do not lie in another layer; those are reached through it.
  private func outermostLayers() -> [Layer] {
    base.layers.filter { layer in
      !base.layers.contains { $0 != layer && FilePath.isWithin(layer.path, folder: $0.path) }
    }
  }

  private mutating func start(_ layer: Layer) {
    let path = base.absolutePath(of: layer.path)
    do {
      let resolved = try FileSystem.realPath(path)
      guard isInside(resolved) else { return skip(layer.path, Self.leadsOut) }
      guard FileSystem.isFolder(resolved) else {
        return skip(layer.path, "the layer '\(layer.name)' is not a folder")
      }
    } catch {
      return skip(layer.path, "the layer '\(layer.name)' cannot be read: \(error.reason)")
    }
    // The rules above the layer's folder hold in it as well.
    var ignores = IgnoreStack()
    var folder = ""
    for part in layer.path.split(separator: "/") {
      ignores = ignores.adding(rules(in: folder), folder: folder)
      folder = FilePath.join(folder, String(part))
    }
    open.append(Task(path: layer.path, ignores: ignores))
  }

  private mutating func list(_ task: Task, isLinked: Bool = false) {
    do {
      let path = base.absolutePath(of: task.path)
      guard seen.insert(try FileSystem.status(of: path).identity).inserted else {
        if isLinked { skip(task.path, "links to a folder that is read under its own path") }
        return
      }
      let ignores = task.ignores.adding(rules(in: task.path), folder: task.path)
      var folder = try FolderHandle(path: path)
      while let (bytes, kind) = try folder.next() {
        visit(bytes, kind, in: folder, of: Task(path: task.path, ignores: ignores))
      }
    } catch {
      skip(task.path, "the folder cannot be read: \(error.reason); check its permissions")
    }
  }

  private mutating func visit(
    _ bytes: [UInt8], _ kind: FolderHandle.Kind, in folder: borrowing FolderHandle, of task: Task
  ) {
    guard bytes.first != 0x2E else { return }
    let name = String(decoding: bytes, as: UTF8.self)
    // Most files of a folder need no call to the system.
    if kind == .file || kind == .other, !FilePath.isMarkdown(name) { return }
    let path = FilePath.join(task.path, name)
    guard name.utf8.elementsEqual(bytes) else {
      return skip(path, "the name is not UTF-8; rename it")
    }
    do {
      var status = try folder.status(of: name, following: false)
      if status.kind == .link {
        if !FilePath.isMarkdown(name), !leadsToFolder(folder, name) { return }
        guard !isIgnored(path, isFolder: false, task.ignores) else { return }
        guard isInside(try FileSystem.realPath(base.absolutePath(of: path))) else {
          return skip(path, Self.leadsOut)
        }
        status = try folder.status(of: name, following: true)
        if status.kind == .folder {
          if !isIgnored(path, isFolder: true, task.ignores) {
            linked.append(Task(path: path, ignores: task.ignores))
          }
          return
        }
      }
      visit(name, path, status, in: folder, of: task)
    } catch {
      skip(path, "cannot be read: \(error.reason)")
    }
  }

  private mutating func visit(
    _ name: String, _ path: String, _ status: FileStatus, in folder: borrowing FolderHandle,
    of task: Task
  ) {
    switch status.kind {
    case .folder:
      guard path != built, !isIgnored(path, isFolder: true, task.ignores) else {
        return
      }
      open.append(Task(path: path, ignores: task.ignores))
    case .file where FilePath.isMarkdown(name):
      guard !isIgnored(path, isFolder: false, task.ignores) else { return }
      guard status.size <= CorpusReader.maximumFileSize else {
        let limit = CorpusReader.maximumFileSize >> 20
        return skip(path, "is larger than \(limit) MiB; split it, or add it to 'ignore'")
      }
      guard status.isReadableByAll || folder.isReadable(name) else {
        return skip(path, "may not be read; check its permissions")
      }
      files.append(
        FileEntry(
          path: path, layer: layer(of: path), size: status.size, modified: status.modified,
          changed: status.changed))
    case .other where FilePath.isMarkdown(name):
      guard !isIgnored(path, isFolder: false, task.ignores) else { return }
      skip(path, "is a pipe, a socket or a device, not a file; remove it, or add it to 'ignore'")
    default:
      return
    }
  }

  private func leadsToFolder(_ folder: borrowing FolderHandle, _ name: String) -> Bool {
    (try? folder.status(of: name, following: true))?.kind == .folder
  }

  private func isIgnored(_ path: String, isFolder: Bool, _ ignores: IgnoreStack) -> Bool {
    if configured.isEmpty && ignores.isEmpty { return false }
    let bytes = Array(path.utf8)
    if let verdict = configured.verdict(path: bytes[...], isFolder: isFolder) { return verdict }
    return ignores.ignores(bytes, isFolder: isFolder)
  }

  private func rules(in folder: String) -> IgnoreRules? {
    let path = base.absolutePath(of: FilePath.join(folder, ".gitignore"))
    guard let bytes = try? FileSystem.read(path, limit: 1 << 20) else { return nil }
    let rules = IgnoreRules(text: bytes)
    return rules.isEmpty ? nil : rules
  }

  /// The layer with the longest path that holds `path`.
  private func layer(of path: String) -> String {
    base.layers.filter { FilePath.isWithin(path, folder: $0.path) }
      .max { $0.path.utf8.count < $1.path.utf8.count }?.name ?? ""
  }

  private func isInside(_ resolved: String) -> Bool {
    base.root == "/" || FilePath.isWithin(resolved, folder: base.root)
  }

  private static let leadsOut = "is a symbolic link that leads out of the knowledge base"

  private mutating func skip(_ path: String, _ reason: String) {
    skipped.append(SkippedFile(path: path, reason: reason))
  }
}
