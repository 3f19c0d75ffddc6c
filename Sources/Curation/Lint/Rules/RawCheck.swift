internal import Corpus

/// Files of `raw/` that are not what they were when they were recorded.
struct RawCheck {
  private let snapshot: Snapshot
  private let record: [RecordedFile]

  init(_ snapshot: Snapshot, _ record: [RecordedFile]) {
    self.snapshot = snapshot
    self.record = record
  }

  func findings() -> [LintFinding] { results().map(\.finding) }

  /// The files whose change somebody may take: not those that only cannot be read now.
  func acceptable() -> [String] { results().filter(\.isKnown).map(\.finding.path) }

  private func results() -> [(finding: LintFinding, isKnown: Bool)] {
    let orders = Dictionary(record.map { (PathKey($0.path), $0.order) }, uniquingKeysWith: min)
    var byHash: [String: [String]] = [:]
    for page in snapshot.pages {
      byHash[page.document.hash, default: []].append(page.document.path)
    }
    return record.compactMap { file in
      if let page = snapshot.page(at: file.path) {
        return page.document.hash == file.hash ? nil : (changed(file, page.document), true)
      }
      if let reason = obstacle(file.path) { return (closed(file, reason), false) }
      // Ignored: still there.
      let path = snapshot.knowledgeBase.absolutePath(of: file.path)
      guard !FileTest.exists(path) else { return nil }
      // A copy that was there before does not make a deletion a move.
      let copy = byHash[file.hash]?.first { orders[PathKey($0)].map { $0 > file.order } ?? true }
      return (copy.map { renamed(file, to: $0) } ?? deleted(file), true)
    }
  }

  /// Why a file cannot be read that may be there all the same.
  private func obstacle(_ path: String) -> String? {
    let left = snapshot.skipped + snapshot.unreadable + snapshot.lostLayers
    if let own = left.first(where: { FilePath.isWithin(path, folder: $0.path) }) {
      return own.path == path ? own.reason : "\(own.path): \(own.reason)"
    }
    let place = snapshot.knowledgeBase.absolutePath(of: path)
    return FileTest.exists(place) && !FileTest.isFile(place) ? "it is no file any more" : nil
  }

  private func closed(_ file: RecordedFile, _ reason: String) -> LintFinding {
    LintFinding(
      .rawChanged, path: file.path,
      message: "the file, recorded on \(file.recorded), cannot be read: \(reason)\(seen(file))",
      fix: "restore it; there is nothing to accept before it can be read")
  }

  private func changed(_ file: RecordedFile, _ document: Document) -> LintFinding {
    LintFinding(
      .rawChanged, path: file.path,
      message: "the file was changed since it was recorded on \(file.recorded) "
        + "(\(file.size) bytes then, \(document.size) now)\(seen(file))",
      fix:
        "restore it, or accept the change with footnote lint --accept \(Self.argument(file.path))")
  }

  private func deleted(_ file: RecordedFile) -> LintFinding {
    LintFinding(
      .rawDeleted, path: file.path,
      message: "the file, recorded on \(file.recorded), is gone\(seen(file))",
      fix: "restore it, or accept that with footnote lint --accept \(Self.argument(file.path))")
  }

  private func renamed(_ file: RecordedFile, to path: String) -> LintFinding {
    LintFinding(
      .rawRenamed, path: file.path,
      message: "the file, recorded on \(file.recorded), is now \(path)\(seen(file))",
      fix: "move it back, or mend what names it and accept with footnote lint --accept \(file.path)"
    )
  }

  /// A path as a shell takes it for one argument.
  private static func argument(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x2F, 0x5F].contains(byte)
    }
    return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }

  private func seen(_ file: RecordedFile) -> String {
    file.seen.map { "; first seen on \($0)" } ?? ""
  }
}
