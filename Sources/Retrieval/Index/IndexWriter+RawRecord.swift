internal import Corpus
internal import GRDB

extension IndexWriter {
  /// Takes changes of raw files that somebody has looked at: from now on they are what they are.
  ///
  /// - Parameter folders: Files, and folders whose files are meant, relative to the root; empty for all.
  /// - Returns: The paths whose change was accepted, in order. Files that are as they were are not among
  ///   them.
  /// - Precondition: `refresh` has run, so that changes have been seen.
  /// - Throws: `IndexError`.
  public func acceptRaw(_ folders: [String]) throws(IndexError) -> [String] {
    let now = FileChanges.now()
    return try mapping {
      try database.write { database in
        let store = RawRecordStore(database: database)
        let changed = try store.all().filter { record in
          record.seen != nil
            && (folders.isEmpty || folders.contains { FilePath.isWithin(record.path, folder: $0) })
        }
        for record in changed { try store.accept(record.path, now: now) }
        return changed.map(\.path)
      }
    }
  }
}

extension SearchIndex {
  /// What the index remembers of the files of the layer `raw`, by path.
  ///
  /// - Throws: `IndexError`.
  public func rawRecord() throws(IndexError) -> [RawRecord] {
    try read { try RawRecordStore(database: $0).all() }
  }
}
