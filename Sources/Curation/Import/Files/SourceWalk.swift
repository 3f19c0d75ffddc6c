import Corpus

/// Finds what is to be imported: the files that are named, and those below folders that are named.
///
/// Symbolic links within folders are not followed: what they lead to is found under its own path, or lies
/// outside of the folder. Names that begin with a dot are left out, and what a browser saves beside a page
/// (`page_files` beside `page.html`) is.
struct SourceWalk {
  private(set) var sources: [ImportSource] = []
  /// What is known to be impossible before anything is read.
  private(set) var outcomes: [ImportOutcome] = []
  private var seen: Set<PathKey> = []

  /// - Parameters:
  ///   - arguments: files and folders.
  ///   - workingDirectory: from which they are named.
  init(_ arguments: [String], workingDirectory: String) {
    for argument in arguments {
      let path = argument.hasPrefix("/") ? argument : FilePath.join(workingDirectory, argument)
      do {
        switch try FileSystem.status(of: path).kind {
        case .folder: addFolder(path, shown: argument)
        case .file: addFile(path, shown: argument)
        default: outcomes.append(.failed(source: argument, error: .notAFile))
        }
      } catch {
        let isAddress = argument.hasPrefix("http://") || argument.hasPrefix("https://")
        let reason: ImportError = isAddress ? .remote : Self.reason(error)
        outcomes.append(.failed(source: argument, error: reason))
      }
    }
  }

  private static func reason(_ error: SystemError) -> ImportError {
    error.isMissing ? .missing : .unreadable(reason: error.reason)
  }

  /// Each file once, however often it is named.
  private mutating func add(_ source: ImportSource) {
    let resolved = (try? FileSystem.realPath(source.path)) ?? source.path
    if seen.insert(PathKey(resolved)).inserted { sources.append(source) }
  }

  /// The parts of an archive are one source, whichever of them are named.
  private mutating func addFile(_ path: String, shown: String) {
    guard let head = try? FileHead.read(path), FileKindDetector.isPostArchive(head) else {
      return add(ImportSource(kind: .file, path: path, shown: shown))
    }
    let folder = FilePath.folder(of: path)
    let isPart = PostArchiveFiles.isPosts(FilePath.name(of: path))
    let archive = isPart ? (folder.isEmpty ? "/" : folder) : path
    add(ImportSource(kind: .archive, path: archive, shown: shown))
  }

  private mutating func addFolder(_ path: String, shown: String) {
    guard let root = try? FileSystem.realPath(path) else { return }
    var open = [(path: path, shown: shown.hasSuffix("/") ? String(shown.dropLast()) : shown)]
    var found: [ImportSource] = []
    while let folder = open.popLast() {
      if let data = PostArchiveFiles.folder(in: folder.path) {
        found.append(ImportSource(kind: .archive, path: data, shown: folder.shown))
        continue
      }
      do {
        try list(folder, root: root, files: &found, folders: &open)
      } catch {
        outcomes.append(.failed(source: folder.shown, error: Self.reason(error)))
      }
    }
    for source in found.sorted(by: { FilePath.isBefore($0.shown, $1.shown) }) {
      if source.kind == .file { addFile(source.path, shown: source.shown) } else { add(source) }
    }
  }

  private mutating func list(
    _ folder: (path: String, shown: String), root: String, files: inout [ImportSource],
    folders: inout [(path: String, shown: String)]
  ) throws(SystemError) {
    var handle = try FolderHandle(path: folder.path)
    var inside: [(path: String, shown: String)] = []
    var pages: Set<String> = []
    while let entry = try handle.next() {
      guard entry.name.first != 0x2E else { continue }
      let name = String(decoding: entry.name, as: UTF8.self)
      let path = FilePath.join(folder.path, name)
      let shown = FilePath.join(folder.shown, name)
      guard name.utf8.elementsEqual(entry.name) else {
        outcomes.append(
          .failed(source: shown, error: .unreadable(reason: "the name is not UTF-8")))
        continue
      }
      switch try handle.status(of: name, following: false).kind {
      case .folder: inside.append((path, shown))
      case .link: visitLink(path, shown, root: root)
      case .file:
        if let stem = Self.stemOfPage(name) { pages.insert(stem) }
        files.append(ImportSource(kind: .file, path: path, shown: shown))
      default: outcomes.append(.failed(source: shown, error: .notAFile))
      }
    }
    folders += inside.filter { !pages.contains(FilePath.name(of: $0.path)) }
  }

  private mutating func visitLink(_ path: String, _ shown: String, root: String) {
    let target = try? FileSystem.realPath(path)
    if target.map({ FilePath.isWithin($0, folder: root) }) ?? false { return }
    outcomes.append(.skipped(source: shown))
  }

  /// The name of the folder that a browser puts beside a page.
  private static func stemOfPage(_ name: String) -> String? {
    for suffix in [".html", ".htm", ".xhtml"] where name.lowercased().hasSuffix(suffix) {
      return name.dropLast(suffix.count) + "_files"
    }
    return nil
  }
}
