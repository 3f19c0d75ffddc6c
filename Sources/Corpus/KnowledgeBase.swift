/// A folder of markdown that is searched as one: where it lies and what its layers are.
///
///     let base = try KnowledgeBase.find(from: "wiki/concepts")
///     base.layers.map(\.name)  // ["raw", "wiki"]
public struct KnowledgeBase: Sendable, Hashable {
  /// Absolute, symbolic links resolved, no slash at the end.
  public let root: String
  /// `name:` of the configuration, else the name of the root folder.
  public let name: String
  /// What `footnote.yml` says.
  public let configuration: Configuration
  /// As configured; else `raw` and `wiki`, whichever exist; else everything as `notes`.
  public let layers: [Layer]

  /// Opens the knowledge base at `root`, which may be any folder.
  /// - Throws: `CorpusError.noFolder`, `.notAFolder`, or `.configuration` where `footnote.yml` is not as it should be.
  public init(root: String) throws(CorpusError) {
    let resolved: String
    do {
      resolved = try FileSystem.realPath(root)
    } catch {
      if error.isMissing { throw .noFolder(path: root) }
      throw .unreadable(path: root, reason: error.reason)
    }
    guard FileSystem.isFolder(resolved) else { throw .notAFolder(path: root) }
    let configuration = try Self.configuration(root: resolved)
    self.root = resolved
    self.configuration = configuration
    name = configuration.name ?? Self.name(of: resolved)
    layers = configuration.layers ?? Self.layers(root: resolved)
  }

  /// Finds the knowledge base that `path` lies in, upwards, as git finds its root: the nearest folder
  /// with `footnote.yml`, or with both `raw/` and `wiki/`.
  /// - Throws: `CorpusError.noKnowledgeBase` where there is none, else what `init(root:)` throws.
  public static func find(from path: String) throws(CorpusError) -> KnowledgeBase {
    let start: String
    do {
      start = try FileSystem.realPath(path)
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    var folder = start
    while true {
      if isRoot(folder) { return try KnowledgeBase(root: folder) }
      guard folder != "/" else { throw .noKnowledgeBase(path: start) }
      folder = FilePath.folder(of: folder)
      if folder.isEmpty { folder = "/" }
    }
  }

  /// The absolute path of a file of the knowledge base.
  public func absolutePath(of path: String) -> String {
    root == "/" ? "/" + path : FilePath.join(root, path)
  }

  private static func isRoot(_ folder: String) -> Bool {
    FileSystem.isFile(folder + "/" + Configuration.fileName)
      || (FileSystem.isFolder(folder + "/raw") && FileSystem.isFolder(folder + "/wiki"))
  }

  private static func name(of root: String) -> String {
    let name = FilePath.name(of: root)
    return name.isEmpty ? "notes" : name
  }

  private static func layers(root: String) -> [Layer] {
    let known = ["raw", "wiki"].filter { FileSystem.isFolder(root + "/" + $0) }
    if known.isEmpty { return [Layer(name: "notes", path: "")] }
    return known.map { Layer(name: $0, path: $0) }
  }

  private static func configuration(root: String) throws(CorpusError) -> Configuration {
    let path = root + "/" + Configuration.fileName
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(path, limit: YAMLGuard.maximumSize)
    } catch {
      if error.isMissing { return Configuration() }
      throw .unreadable(path: path, reason: error.reason)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .configuration(path: path, line: nil, reason: "the file is not UTF-8")
    }
    return try Configuration(yaml: text, path: path)
  }
}
