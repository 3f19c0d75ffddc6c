internal import Foundation
internal import GRDB

/// Opens an index for writing, whatever state it is in.
struct IndexRepair {
  let folder: IndexFolder
  let root: String

  struct Opened {
    /// What is written to.
    var database: DatabaseQueue
    var repairs: [String] = []
    /// Where `database` is to take the place of another one.
    var replacement: IndexReplacement?
  }

  private var settings: String { "\(Analyzer.version).\(EmbeddingText.version)" }
  private var workshop: IndexWorkshop { IndexWorkshop(folder) }

  /// The database, made anew where it has to be, with its vectors taken over.
  func open(_ rebuild: IndexRebuild) throws(IndexError) -> Opened {
    // What a killed process left.
    workshop.clear()
    try folder.requirePlainFiles()
    if rebuild == .atOnce { return try replace(because: nil) }
    do throws(IndexError) {
      let database = try DatabaseOpener.writer(folder)
      switch try fitness(of: database) {
      case .fit where rebuild == .beside: return try beginBeside(database, because: nil)
      case .fit: return Opened(database: database)
      case .stale(let reason): return try beginBeside(database, because: reason)
      case .alien(let reason):
        try closing(database)
        return try replace(because: reason)
      }
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

  // MARK: What is there

  private enum Fitness {
    case fit
    /// To be made anew, but good enough for readers until then.
    case stale(String)
    /// Of no use to anybody here.
    case alien(String)
  }

  /// Whether the rows of a sound file can be used; fills in the settings of a new one.
  private func fitness(of database: DatabaseQueue) throws(IndexError) -> Fitness {
    try DatabaseOpener.mapping(folder.databasePath) {
      let known = try database.read {
        (try Meta.value(.analyzer, in: $0), try Meta.value(.root, in: $0))
      }
      switch known {
      case (settings, root): return .fit
      case (nil, nil):
        try begin(database)
        return .fit
      case (_, root): return .stale("made by another version of the analyzer")
      case (settings, _):
        // Paths are relative, so a knowledge base that was moved keeps its index.
        try database.write { try Meta.set(.root, to: root, in: $0) }
        return .fit
      default: return .alien("made for another knowledge base")
      }
    }
  }

  private func begin(_ database: DatabaseQueue) throws {
    try database.write {
      try Meta.set(.analyzer, to: settings, in: $0)
      try Meta.set(.root, to: root, in: $0)
    }
  }

  // MARK: Making it anew

  /// Readers keep what is there until its replacement is complete.
  private func beginBeside(
    _ database: DatabaseQueue, because reason: String?
  ) throws(IndexError) -> Opened {
    let replacement = try IndexReplacement(of: database, in: folder)
    let kept = VectorTransfer.run(from: database, to: replacement.fresh)
    try RawRecordTransfer(root: root).run(from: database, to: replacement.fresh, in: folder)
    try DatabaseOpener.mapping(folder.databasePath) { try begin(replacement.fresh) }
    let note = reason.map { ["rebuilt the index, which was \($0)\(kept)"] } ?? []
    return Opened(database: replacement.fresh, repairs: note, replacement: replacement)
  }

  /// Makes an empty file, takes the vectors of the old one over, and puts it in its place.
  private func replace(because reason: String?) throws(IndexError) -> Opened {
    try workshop.begin()
    let path = folder.databasePath
    let fresh = try DatabaseOpener.create(workshop.replacement)
    // A journal that is not its own would be played back into the old file.
    unlink(path + "-journal")
    let kept = takeOverVectors(into: fresh)
    try DatabaseOpener.mapping(path) { try begin(fresh) }
    try closing(fresh)
    // A log of the old file would be played back into the new one.
    for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
    guard rename(workshop.replacement.databasePath, path) == 0 else {
      throw .writing(path, code: errno)
    }
    workshop.clear()
    let note = reason.map { ["rebuilt the index, which was \($0)\(kept)"] } ?? []
    return Opened(database: try DatabaseOpener.writer(folder), repairs: note)
  }

  /// Whatever the old file is, its vectors are worth a try.
  private func takeOverVectors(into fresh: DatabaseQueue) -> String {
    guard folder.hasDatabase else { return "" }
    guard let old = try? DatabaseOpener.remains(folder) else {
      return " (its vectors could not be read)"
    }
    defer { try? old.close() }
    // Of a file that is damaged beyond this, the record begins anew.
    try? RawRecordTransfer(root: root).run(from: old, to: fresh, in: folder)
    return VectorTransfer.run(from: old, to: fresh)
  }

  /// Another program's file keeps its content under another name.
  private func putAside() throws(IndexError) -> Opened {
    let path = folder.databasePath
    var number = 1
    while IndexFolder.kind(of: path + ".foreign-\(number)") != nil { number += 1 }
    for suffix in ["", "-wal", "-shm"] where IndexFolder.kind(of: path + suffix) != nil {
      guard rename(path + suffix, path + ".foreign-\(number)" + suffix) == 0 else {
        throw .writing(path, code: errno)
      }
    }
    var opened = try replace(because: nil)
    let note = "footnote.sqlite belonged to another program; it is now "
    opened.repairs = [note + "footnote.sqlite.foreign-\(number)"]
    return opened
  }

  private func closing(_ database: DatabaseQueue) throws(IndexError) {
    try DatabaseOpener.mapping(folder.databasePath) { try database.close() }
  }
}
