public import Corpus
internal import Digest
internal import Foundation

/// The folder that holds what is built from one knowledge base, and the names of the files in it.
public struct IndexFolder: Sendable, Hashable {
  /// Absolute.
  public let path: String

  public init(path: String) {
    self.path = path
  }

  /// Where the index of a knowledge base lies: `chosen` where a user names a place, else what
  /// `footnote.yml` says, else `Index/` where there is such a folder, else `.footnote/`; for a knowledge
  /// base that cannot be written and has no index in it, a folder of the user's cache.
  public static func locate(
    for knowledgeBase: KnowledgeBase, chosen: String? = nil,
    environment: [String: String]
  ) -> IndexFolder {
    if let chosen { return IndexFolder(path: absolute(chosen)) }
    let root = knowledgeBase.root
    let configured = knowledgeBase.configuration.index
    if configured != Configuration.defaultIndex {
      return IndexFolder(path: root + "/" + configured)
    }
    for name in ["Index", ".footnote"] {
      let folder = IndexFolder(path: root + "/" + name)
      if folder.exists, folder.isWritable || folder.hasDatabase { return folder }
    }
    if access(root, W_OK) == 0 { return IndexFolder(path: root + "/.footnote") }
    return IndexFolder(path: cacheFolder(for: root, environment: environment))
  }

  /// The SQLite file, which is the truth.
  public var databasePath: String { path + "/footnote.sqlite" }
  /// Locked by the one process that writes.
  public var lockPath: String { path + "/lock" }

  /// The matrix of vectors of one generation.
  func vectorsPath(generation: Int) -> String { path + "/vectors.\(generation)" }

  var exists: Bool { access(path, F_OK) == 0 }
  var hasDatabase: Bool { access(databasePath, F_OK) == 0 }
  /// Whether new files can be made in the folder.
  var isWritable: Bool { access(path, W_OK | X_OK) == 0 }

  /// Number of bytes of the files in the folder.
  public var bytes: Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.reduce(0) { total, name in
      var info = stat()
      return lstat(path + "/" + name, &info) == 0 ? total + Int(info.st_size) : total
    }
  }

  private static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    return FileManager.default.currentDirectoryPath + "/" + path
  }

  private static func cacheFolder(for root: String, environment: [String: String]) -> String {
    let home = environment["HOME"] ?? NSHomeDirectory()
    let caches = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let name = root.split(separator: "/").last.map(String.init) ?? "root"
    return (caches ?? home + "/.cache") + "/footnote/\(name)-\(SHA256Digest(of: root).prefix)"
  }
}
