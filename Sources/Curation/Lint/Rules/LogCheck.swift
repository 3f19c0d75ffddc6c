internal import Corpus

/// Entries of the log that are not as they should be.
struct LogCheck {
  private let snapshot: Snapshot

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  /// - Throws: `CurationError.unreadable`.
  func findings() throws(CurationError) -> [LintFinding] {
    guard let layout = snapshot.layout, snapshot.page(at: layout.logPath) != nil else { return [] }
    let (log, path) = try Logbook.read(snapshot.knowledgeBase)
    return log.problems.map { problem in
      LintFinding(
        .malformedLog, problem.isEntry ? .info : .warning, path: path, line: problem.line,
        message: problem.reason,
        fix: problem.line == log.openFence
          ? "close it with a line of its own"
          : problem.isEntry
            ? "footnote log add writes whole entries at the end"
            : "write it as ## [YYYY-MM-DD] operation | subject")
    }
  }
}
