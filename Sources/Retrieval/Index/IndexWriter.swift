public import Corpus
internal import Digest
internal import Foundation
internal import GRDB

/// The one writer of an index. Holds the lock of the folder for as long as it lives.
///
///     let writer = try IndexWriter(knowledgeBase, folder: folder)
///     let report = try writer.refresh()          // lexical search is complete from here on
///     try writer.encode(with: encoder)           // meaning follows
///
/// Every document is one transaction, and so is every batch of vectors: a process that is killed at any
/// instant leaves an index that opens, and the next writer goes on where it stopped.
public final class IndexWriter {
  /// What is indexed.
  public let knowledgeBase: KnowledgeBase
  /// Where the index lies.
  public let folder: IndexFolder
  /// What had to be mended on opening, one line each, for people.
  public let repairs: [String]
  /// What is written to: the index, or its replacement until that is complete.
  private(set) var database: DatabaseQueue
  private var replacement: IndexReplacement?
  private let lock: IndexLock
  private let analyzer = Analyzer()

  /// Opens or makes the index.
  ///
  /// A damaged file, a foreign one and one of another version are put aside or replaced; the vectors of a
  /// replaced one are taken over where they can be read.
  ///
  /// - Parameter rebuild: Whether to begin anew where nothing is wrong, too.
  /// - Throws: `IndexError.locked` where another process writes, `.notWritable`, `.unsafe`, `.storage`,
  ///   `.database`.
  public init(
    _ knowledgeBase: KnowledgeBase, folder: IndexFolder, rebuild: IndexRebuild = .whereNeeded
  ) throws(IndexError) {
    self.knowledgeBase = knowledgeBase
    self.folder = folder
    lock = try IndexLock(folder)
    let opened = try IndexRepair(folder: folder, root: knowledgeBase.root).open(rebuild)
    database = opened.database
    repairs = opened.repairs
    replacement = opened.replacement
  }

  deinit {
    replacement?.discard()
    let live = replacement?.live ?? database
    // Who may only read, and copies of the file, see nothing but what stands in it. Where a reader is at
    // work the log stays, and the next writer merges it.
    try? live.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA busy_timeout = 200")
      try database.checkpoint(.truncate)
    }
    try? live.close()
  }

  /// Brings documents, passages, links and words up to date with the files. An index that is built anew
  /// takes the place of the old one at the end.
  ///
  /// - Parameters:
  ///   - stop: Ends the work after the document in hand.
  ///   - progress: Called once a document, and only where there is something to do.
  /// - Throws: `CorpusError` where the knowledge base itself cannot be read, `IndexError` where the index
  ///   cannot be written. A file that cannot be read is reported in the result instead.
  /// - Complexity: O(number of files) to look, O(size) of the files that changed to index.
  public func refresh(
    stop: StopToken = StopToken(), progress: (IndexProgress) -> Void = { _ in }
  ) throws -> RefreshReport {
    let start = ContinuousClock.now
    let reader = CorpusReader(knowledgeBase)
    let (files, skipped) = try reader.walk()
    var report = RefreshReport()
    report.skipped = skipped
    let changes = try mapping { try database.read { try FileChanges(files, in: $0) } }
    report.unchanged = files.count - changes.candidates.count
    try update(changes, reader: reader, stop: stop, progress: progress, report: &report)
    try finish(changes, stop: stop, report: &report)
    if report.wasStopped {
      report.isDiscarded = replacement != nil
    } else {
      try completeReplacement()
      try writePostings()
    }
    report.seconds = (ContinuousClock.now - start).seconds
    return report
  }

  private func completeReplacement() throws(IndexError) {
    guard let replacement else { return }
    try replacement.complete()
    database = replacement.live
    self.replacement = nil
  }

  private func update(
    _ changes: FileChanges, reader: CorpusReader, stop: StopToken,
    progress: (IndexProgress) -> Void, report: inout RefreshReport
  ) throws {
    let meter = RateMeter()
    // Files that were only touched are written down together: a transaction each would take longer than all
    // else.
    var touched = TouchedFiles()
    for (index, candidate) in changes.candidates.enumerated() {
      if stop.isStopped {
        report.wasStopped = true
        break
      }
      progress(
        IndexProgress(
          stage: .documents, done: index, total: changes.candidates.count,
          rate: meter.rate(done: index), current: candidate.file.path))
      try update(candidate, reader: reader, touched: &touched, report: &report)
      if touched.isFull { try write(&touched) }
    }
    try write(&touched)
  }

  private func write(_ touched: inout TouchedFiles) throws(IndexError) {
    if touched.isEmpty { return }
    try mapping { try database.write { try touched.write(in: $0) } }
    touched = TouchedFiles()
  }

  private func update(
    _ candidate: FileChanges.Candidate, reader: CorpusReader, touched: inout TouchedFiles,
    report: inout RefreshReport
  ) throws {
    let (file, known) = (candidate.file, candidate.known)
    let bytes: [UInt8]
    let now = FileChanges.now()
    do throws(CorpusError) {
      bytes = try reader.read(file.path)
    } catch {
      report.skipped.append(SkippedFile(path: file.path, reason: error.reason))
      if let known { try remove(known.id) }
      return
    }
    if let known, known.layer == file.layer, try hash(of: known) == SHA256Digest(of: bytes).hex {
      touched.append(known.id, file, now: now)
      report.unchanged += 1
      return
    }
    let parsed = reader.parse(bytes, entry: file)
    try mapping {
      try database.write { database in
        try RawRecordStore(database: database).observe(file, hash: parsed.document.hash, now: now)
        let store = DocumentStore(database: database, analyzer: analyzer)
        try store.replace(parsed, bytes: bytes, entry: file, now: now)
        try Self.bumpContent(database)
      }
    }
    if known == nil { report.added.append(file.path) } else { report.updated.append(file.path) }
  }

  private func hash(of known: FileChanges.Known) throws(IndexError) -> String? {
    try mapping {
      try database.read {
        try String.fetchOne(
          $0.cachedStatement(sql: "SELECT hash FROM document WHERE id = ?"), arguments: [known.id])
      }
    }
  }

  private func remove(_ id: Int64) throws {
    try mapping {
      try database.write { database in
        try DocumentStore(database: database, analyzer: analyzer).remove(id)
        try Self.bumpContent(database)
      }
    }
  }

  /// Removes what is gone, resolves links where anything changed, and records what was skipped.
  private func finish(
    _ changes: FileChanges, stop: StopToken, report: inout RefreshReport
  ) throws {
    for document in changes.removed {
      if stop.isStopped {
        report.wasStopped = true
        return
      }
      try remove(document.id)
      try missRaw(document.path)
      report.removed.append(document.path)
    }
    if report.wasStopped { return }
    let skipped = report.skipped
    try mapping {
      let (isResolved, known) = try database.read {
        (
          try Meta.value(.content, in: $0) == Meta.value(.resolved, in: $0),
          Dictionary(
            try SkippedFile.all(in: $0).map { (PathKey($0.path), $0.reason) },
            uniquingKeysWith: { $1 })
        )
      }
      report.newlySkipped = skipped.filter { known[PathKey($0.path)] != $0.reason }
      let isSame =
        report.newlySkipped.isEmpty && known.count == Set(skipped.map { PathKey($0.path) }).count
      if isResolved, isSame { return }
      try database.write { database in
        try ReferenceResolution(database: database).run()
        try Meta.set(.resolved, to: Meta.value(.content, in: database) ?? "0", in: database)
        try database.execute(sql: "DELETE FROM skipped")
        for file in skipped {
          try database.execute(
            sql: "INSERT OR REPLACE INTO skipped VALUES (?, ?)",
            arguments: [file.path, file.reason])
        }
      }
    }
  }

  private func missRaw(_ path: String) throws(IndexError) {
    try mapping {
      try database.write {
        try RawRecordStore(database: $0).miss(path, now: FileChanges.now())
      }
    }
  }

  private static func bumpContent(_ database: Database) throws {
    try Meta.set(.content, to: String(Meta.number(.content, in: database) + 1), in: database)
  }

  func mapping<T>(_ body: () throws -> T) throws(IndexError) -> T {
    try DatabaseOpener.mapping(folder.databasePath, body)
  }
}
