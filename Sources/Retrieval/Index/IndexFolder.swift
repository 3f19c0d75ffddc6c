public import Corpus
internal import Digest
internal import Foundation
internal import LinearAlgebra

/// The folder that holds what is built from one knowledge base, and the names of the files in it.
public struct IndexFolder: Sendable, Hashable {
  /// Absolute.
  public let path: String

  /// The folder at `path`, whatever is there.
  public init(path: String) {
    self.path = path
  }

  private static let hidden = ".footnote"

  /// Where the index of a knowledge base lies: `chosen` where a user names a place, else what
  /// `footnote.yml` says, else `Index/` where there is such a folder without notes, else `.footnote/`; for a
  /// knowledge base that cannot be written and has no index in it, a folder of the user's cache.
  ///
  /// - Throws: `CorpusError.indexPlace` where that place holds notes, or is reached by a symbolic link that
  ///   leads out of the knowledge base.
  public static func locate(
    for knowledgeBase: KnowledgeBase, chosen: String? = nil,
    environment: [String: String]
  ) throws(CorpusError) -> IndexFolder {
    if let chosen {
      let folder = IndexFolder(path: absolute(chosen))
      try knowledgeBase.checkChosenIndexPlace(folder.path)
      return folder
    }
    let inside = { (name: String) throws(CorpusError) -> IndexFolder in
      try knowledgeBase.checkIndexPlace(name)
      return IndexFolder(path: knowledgeBase.absolutePath(of: name))
    }
    let configured = knowledgeBase.configuration.index
    if configured != Configuration.defaultIndex { return try inside(configured) }
    for name in [knowledgeBase.builtFolder, hidden].compactMap(\.self) {
      let folder = try inside(name)
      if folder.exists, folder.isWritable || folder.hasDatabase { return folder }
    }
    let root = knowledgeBase.root
    if access(root, W_OK) == 0 { return try inside(hidden) }
    return IndexFolder(path: cacheFolder(for: root, environment: environment))
  }

  /// The SQLite file, which is the truth.
  public var databasePath: String { path + "/footnote.sqlite" }
  /// Locked by the one process that writes.
  public var lockPath: String { path + "/lock" }

  /// The file of a segment, or a further one of it.
  func segmentPath(_ file: String, generation: Int) -> String { path + "/\(file).\(generation)" }

  /// The next generation after `newest` for which no file of these names lies there: whatever has such a name
  /// already is not touched.
  func freeGeneration(of files: [String], after newest: Int) -> Int {
    var next = newest + 1
    while files.contains(where: { Self.kind(of: segmentPath($0, generation: next)) != nil }) {
      next += 1
    }
    return next
  }

  /// Removes the files of segments that no row names. Who has one mapped keeps it until it is done; a file that
  /// only has such a name, and begins otherwise, is not removed.
  func removeFiles(besides rows: [SegmentRow]) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names {
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, let magic = SegmentKind.magics[String(parts[0])],
        parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(parts[1]),
        !rows.contains(where: { $0.generation == number && $0.names(file: String(parts[0])) })
      else { continue }
      let place = path + "/" + name
      guard Self.kind(of: place) == S_IFREG, let file = try? MappedFile(path: place),
        file.count >= magic.utf8.count,
        file.bytes(in: 0..<magic.utf8.count) == Array(magic.utf8)
      else { continue }
      unlink(place)
    }
  }

  /// Makes sure that SQLite opens plain files and nothing else: it follows symbolic links.
  ///
  /// - Throws: `IndexError.unsafe`.
  func requirePlainFiles() throws(IndexError) {
    for suffix in ["", "-wal", "-shm", "-journal"] { try requirePlainFile(databasePath + suffix) }
  }

  /// - Throws: `IndexError.unsafe` where there is something at `path` that is not a plain file.
  func requirePlainFile(_ path: String) throws(IndexError) {
    switch Self.kind(of: path) {
    case nil, S_IFREG: return
    case S_IFLNK: throw .unsafe(path: path, reason: "it is a symbolic link")
    default: throw .unsafe(path: path, reason: "it is not a plain file")
    }
  }

  /// The kind of what has this path, as in `st_mode`, links not followed; `nil` where nothing has.
  static func kind(of path: String) -> mode_t? {
    var info = stat()
    return lstat(path, &info) == 0 ? info.st_mode & S_IFMT : nil
  }

  /// Number of bytes of a file; `nil` where there is none.
  static func size(of path: String) -> Int? {
    var info = stat()
    return lstat(path, &info) == 0 ? Int(info.st_size) : nil
  }

  /// Whether changes lie in the write-ahead log that are not in the database itself yet.
  var hasLog: Bool { (Self.size(of: databasePath + "-wal") ?? 0) > 0 }
  /// A database in write-ahead mode has no rollback journal: one that lies there is not of its making, and
  /// SQLite would write what it says, and delete what it names.
  var hasJournal: Bool { Self.kind(of: databasePath + "-journal") != nil }

  var exists: Bool { access(path, F_OK) == 0 }
  /// Whether there is a database; an empty file is none.
  var hasDatabase: Bool { (Self.size(of: databasePath) ?? 0) > 0 }
  /// Whether new files can be made in the folder.
  var isWritable: Bool { access(path, W_OK | X_OK) == 0 }

  /// Number of bytes of the files in the folder.
  public var bytes: Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.reduce(0) { $0 + (Self.size(of: path + "/" + $1) ?? 0) }
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
