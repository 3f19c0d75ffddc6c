internal import Foundation
internal import GRDB

/// A new index that is filled beside the one that readers use and takes its place when it is complete, in
/// one transaction: at every instant there is an index, and it is the old one or the new one.
struct IndexReplacement {
  let folder: IndexFolder
  /// What readers use.
  let live: DatabaseQueue
  /// What is being filled.
  let fresh: DatabaseQueue

  /// Begins an empty one. Counters go on from those of `live`, so that no state of it is taken for
  /// one of the old; the model stays.
  init(of live: DatabaseQueue, in folder: IndexFolder) throws(IndexError) {
    self.folder = folder
    self.live = live
    let workshop = IndexWorkshop(folder)
    try workshop.begin()
    let fresh = try DatabaseOpener.create(workshop.replacement)
    self.fresh = fresh
    try DatabaseOpener.mapping(folder.databasePath) {
      let kept: [MetaKey] = [.root, .modelName, .modelFingerprint, .dimensions]
      let (values, content, encodings) = try live.read { database in
        (
          try kept.map { try Meta.value($0, in: database) },
          try Meta.number(.content, in: database), try Meta.number(.encodings, in: database)
        )
      }
      try fresh.write { database in
        for (key, value) in zip(kept, values) {
          if let value { try Meta.set(key, to: value, in: database) }
        }
        try Meta.set(.content, to: String(content + 1), in: database)
        try Meta.set(.encodings, to: String(encodings + 1), in: database)
      }
    }
  }

  /// Puts it in the place of the old one, in one transaction that readers see whole or not at all.
  func complete() throws(IndexError) {
    try DatabaseOpener.mapping(folder.databasePath) {
      try fresh.backup(to: live)
      try fresh.close()
    }
    IndexWorkshop(folder).clear()
  }

  /// Leaves the old one as it is.
  func discard() {
    try? fresh.close()
    IndexWorkshop(folder).clear()
  }
}
