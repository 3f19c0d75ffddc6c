internal import Foundation

extension Session {
  /// Checks what `snapshot` says, and raw files against the record of the index.
  ///
  /// Nothing is written, and no index is built: without one there is no record, which the notes say.
  ///
  /// - Throws: `CurationError`.
  public func lint(
    _ snapshot: Snapshot, _ selection: LintSelection
  ) throws(CurationError) -> (findings: [LintFinding], notes: [String]) {
    let (record, notes) = rawRecord()
    let linter = Linter(snapshot, record: record, today: Self.today())
    return (try linter.findings(selection), notes)
  }

  /// Takes changes of raw files that somebody has looked at.
  ///
  /// - Parameter paths: Files and folders, relative to the root; empty for all.
  /// - Returns: The paths whose change was accepted, and what had to be mended in the index.
  /// - Throws: `IndexError`, `CorpusError`; `ErrorMessage` for a path that there never was.
  public func acceptRaw(_ paths: [String]) throws -> (accepted: [String], notes: [String]) {
    let writer = try IndexWriter(knowledgeBase, folder: folder)
    _ = try writer.refresh()
    let record = try index().rawRecord().map(Self.recorded)
    for path in paths {
      let isKnown = record.contains { FilePath.isWithin($0.path, folder: path) }
      guard isKnown || FileManager.default.fileExists(atPath: knowledgeBase.absolutePath(of: path))
      else {
        throw ErrorMessage("neither a file nor a record has this path", at: path)
      }
    }
    let linter = Linter(try snapshot(), record: record, today: Self.today())
    let listed = linter.acceptableRaw().filter { path in
      paths.isEmpty || paths.contains { FilePath.isWithin(path, folder: $0) }
    }
    return (listed.isEmpty ? [] : try writer.acceptRaw(listed), writer.repairs)
  }

  private func rawRecord() -> (record: [RecordedFile], notes: [String]) {
    guard knowledgeBase.layers.contains(where: { $0.name == "raw" }) else { return ([], []) }
    do throws(IndexError) {
      return (try index().rawRecord().map(Self.recorded), [])
    } catch {
      let reason =
        if case .missing = error { "there is no index yet" } else {
          ErrorMessage(error).description
        }
      return (
        [], ["changes in raw/ are not checked: \(reason) (footnote index records what is there)"]
      )
    }
  }

  private static func recorded(_ record: RawRecord) -> RecordedFile {
    RecordedFile(
      path: record.path, hash: record.hash, size: record.size, recorded: day(of: record.recorded),
      order: record.recorded, seen: record.seen.map(day))
  }

  /// The day of a time in nanoseconds since 1970, here.
  private static func day(of time: Int64) -> CalendarDate {
    let date = Date(timeIntervalSince1970: Double(time) / 1e9)
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: date)
    // A time beyond what calendars hold comes from a forged index.
    return CalendarDate(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1)
      ?? today()
  }
}
