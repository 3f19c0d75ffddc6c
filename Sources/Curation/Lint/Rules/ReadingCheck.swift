internal import Corpus

/// Files that cannot be read, or only in part.
struct ReadingCheck {
  let snapshot: Snapshot

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  func findings() -> [LintFinding] {
    let unread = snapshot.unreadable.map {
      LintFinding(
        .unreadable, path: $0.path, message: "the file cannot be read: \($0.reason)",
        fix: "check its permissions and size, or add it to ignore: in footnote.yml")
    }
    let lost = snapshot.lostLayers
    let layers = lost.map {
      LintFinding(
        .unreadable, path: $0.path, message: $0.reason,
        fix: "make the folder, or correct layers: in footnote.yml")
    }
    let skipped = snapshot.skipped.filter { !lost.contains($0) }.map {
      LintFinding(
        .unreadable, .warning, path: $0.path, message: "the file is left out: \($0.reason)",
        fix: "mend that, or add it to ignore: in footnote.yml")
    }
    return layers + unread + skipped + snapshot.pages.flatMap(undecodable)
  }

  private func undecodable(_ page: SnapshotPage) -> [LintFinding] {
    page.issues.filter { $0.kind == .encoding }.map { issue in
      // A file of another encoding has no line, and is not read at all.
      LintFinding(
        .unreadable, issue.line == nil ? .error : .warning, path: page.document.path,
        line: issue.line, message: issue.message,
        fix: page.document.layer == "raw"
          ? "add a copy in UTF-8, and review the change with footnote lint --accept"
          : "save the file as UTF-8")
    }
  }
}
