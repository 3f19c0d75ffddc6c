internal import Foundation
internal import GRDB

/// Opens an index for writing, whatever state it is in.
struct IndexRepair {
  let folder: IndexFolder
  let root: String

  struct Opened {
    var database: DatabaseQueue
    var repairs: [String] = []
  }

  private var settings: String { "\(Analyzer.version).\(EmbeddingText.version)" }

  /// The database, made anew where it has to be, with its vectors taken over.
  func open(rebuild: Bool) throws(IndexError) -> Opened {
    removeLeftovers()
    if rebuild, folder.hasDatabase { return try replace(because: nil) }
    do throws(IndexError) {
      let database = try DatabaseOpener.writer(folder)
      if let reason = try mismatch(database) {
        try closing(database)
        return try replace(because: reason)
      }
      return Opened(database: database)
    } catch {
      switch error {
      case .missing: return try replace(because: nil)
      case .damaged(_, let reason): return try replace(because: "damaged (\(reason))")
      case .outdated(_, let reason): return try replace(because: reason)
      case .foreign: return try putAside()
      default: throw error
      }
    }
  }

  /// Why the rows of a sound file cannot be used; fills in the settings of a new one.
  private func mismatch(_ database: DatabaseQueue) throws(IndexError) -> String? {
    try DatabaseOpener.mapping(folder.databasePath) {
      let known = try database.read {
        (try Meta.value(.analyzer, in: $0), try Meta.value(.root, in: $0))
      }
      switch known {
      case (settings, root): return nil
      case (nil, nil):
        try database.write {
          try Meta.set(.analyzer, to: settings, in: $0)
          try Meta.set(.root, to: root, in: $0)
        }
        return nil
      case (_, root): return "made by another version of the analyzer"
      case (settings, _):
        // Paths are relative, so a knowledge base that was moved keeps its index.
        try database.write { try Meta.set(.root, to: root, in: $0) }
        return nil
      default: return "made for another knowledge base"
      }
    }
  }

  /// Builds a new file beside the old one, takes its vectors over, and puts it in its place.
  private func replace(because reason: String?) throws(IndexError) -> Opened {
    let fresh = IndexFolder(path: folder.path + "/rebuilding")
    let path = folder.databasePath
    do {
      try? FileManager.default.removeItem(atPath: fresh.path)
      try FileManager.default.createDirectory(
        atPath: fresh.path, withIntermediateDirectories: true)
    } catch {
      throw .notWritable(path: fresh.path, reason: error.localizedDescription)
    }
    let database = try DatabaseOpener.writer(fresh)
    let kept = takeOverVectors(into: database)
    _ = try mismatch(database)
    try closing(database)
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    guard rename(fresh.databasePath, path) == 0 else {
      throw .notWritable(path: path, reason: String(cString: strerror(errno)))
    }
    try? FileManager.default.removeItem(atPath: fresh.path)
    let note = reason.map { ["rebuilt the index, which was \($0)\(kept)"] } ?? []
    return Opened(database: try DatabaseOpener.writer(folder), repairs: note)
  }

  /// Another program's file keeps its content under another name.
  private func putAside() throws(IndexError) -> Opened {
    let path = folder.databasePath
    var number = 1
    while access(path + ".foreign-\(number)", F_OK) == 0 { number += 1 }
    for suffix in ["", "-wal", "-shm"] where access(path + suffix, F_OK) == 0 {
      guard rename(path + suffix, path + ".foreign-\(number)" + suffix) == 0 else {
        throw .notWritable(path: path, reason: String(cString: strerror(errno)))
      }
    }
    let database = try DatabaseOpener.writer(folder)
    _ = try mismatch(database)
    let note = "footnote.sqlite belonged to another program; it is now "
    return Opened(
      database: database, repairs: [note + "footnote.sqlite.foreign-\(number)"])
  }

  /// Copies the vectors that can still be read; says how many. None is a sound answer: they are encoded
  /// again.
  private func takeOverVectors(into database: DatabaseQueue) -> String {
    do {
      let count = try database.writeWithoutTransaction { database in
        try database.execute(sql: "ATTACH DATABASE ? AS old", arguments: [folder.databasePath])
        defer { try? database.execute(sql: "DETACH DATABASE old") }
        try database.execute(
          sql: """
            INSERT OR IGNORE INTO vector
            SELECT model, key, value, tokens FROM old.vector WHERE length(key) = 16
            """)
        return database.changesCount
      }
      return count > 0 ? " (\(count) vectors taken over)" : ""
    } catch {
      return " (its vectors could not be read)"
    }
  }

  private func closing(_ database: DatabaseQueue) throws(IndexError) {
    try DatabaseOpener.mapping(folder.databasePath) { try database.close() }
  }

  /// What a killed rebuild left.
  private func removeLeftovers() {
    try? FileManager.default.removeItem(atPath: folder.path + "/rebuilding")
  }
}
