internal import Corpus

/// Front matter that is missing, broken, or says what cannot be.
struct FrontMatterCheck {
  /// What every page of a wiki says of itself.
  static let required = ["title", "type", "created", "updated"]
  /// The usual order of keys; others may stand anywhere behind these.
  static let order = ["title", "type", "created", "updated", "sources", "tags", "aliases"]

  private let snapshot: Snapshot
  private let today: CalendarDate

  init(_ snapshot: Snapshot, today: CalendarDate) {
    self.snapshot = snapshot
    self.today = today
  }

  func findings() -> [LintFinding] {
    snapshot.pages.filter { $0.document.layer != "raw" }.flatMap { page in
      broken(page) + dates(page) + mappings(page) + (isPage(page) ? demands(page) : [])
    }
  }

  /// Index and log may go without.
  private func isPage(_ page: SnapshotPage) -> Bool {
    guard let layout = snapshot.layout else { return false }
    return layout.isPage(page.document.path) || page.document.path == layout.overviewPath
  }

  private func finding(
    _ page: SnapshotPage, _ severity: LintSeverity = .error, line: Int?, _ message: String,
    _ fix: String
  ) -> LintFinding {
    LintFinding(
      .frontMatter, severity, path: page.document.path, line: line, message: message, fix: fix)
  }

  /// What the parser could not take as it is written.
  private func broken(_ page: SnapshotPage) -> [LintFinding] {
    page.issues.filter { $0.kind != .encoding }.map { issue in
      finding(
        page, line: issue.line, issue.message,
        issue.kind == .value ? "correct the value" : "correct the YAML between the lines ---")
    }
  }

  private func dates(_ page: SnapshotPage) -> [LintFinding] {
    let document = page.document
    var findings: [LintFinding] = []
    let line = page.entry("updated")?.line
    if let created = document.created, let updated = document.updated, updated < created {
      findings.append(
        finding(
          page, line: line, "updated (\(updated)) lies before created (\(created))",
          "correct the one that is wrong"))
    }
    if let updated = document.updated, updated > today {
      findings.append(
        finding(
          page, .warning, line: line, "updated (\(updated)) lies in the future",
          "set it to the day of the last change"))
    }
    return findings
  }

  /// Lists and texts that are mappings by mistake: `tags: {a: b}`.
  private func mappings(_ page: SnapshotPage) -> [LintFinding] {
    ["tags", "aliases"].compactMap { key in
      guard let entry = page.entry(key), case .mapping = entry.value else { return nil }
      return finding(
        page, line: entry.line, "'\(key)' must be a list", "write it as \(key): [one, two]")
    }
  }

  // MARK: Pages of the wiki

  private func demands(_ page: SnapshotPage) -> [LintFinding] {
    guard page.frontMatter.lineCount > 0 else {
      return [
        finding(
          page, .warning, line: 1, "the page has no front matter",
          "begin it with title, type, created, updated, sources and tags between lines ---")
      ]
    }
    return missing(page) + type(page) + order(page)
  }

  private func missing(_ page: SnapshotPage) -> [LintFinding] {
    let isBroken = page.issues.contains { $0.kind == .frontMatter }
    let missing = Self.required.filter { page.text($0) == nil }
    guard !missing.isEmpty, !isBroken else { return [] }
    return [
      finding(
        page, .warning, line: 1,
        "the front matter lacks \(missing.joined(separator: ", "))", "add what is missing")
    ]
  }

  private func type(_ page: SnapshotPage) -> [LintFinding] {
    guard let layout = snapshot.layout, let written = page.text("type")?.lowercased(),
      let expected = DocumentFolders.type(of: layout.inside(page.document.path)),
      written != expected
    else { return [] }
    return [
      finding(
        page, .warning, line: page.entry("type")?.line,
        "the type is '\(written)', but the folder is that of pages of type '\(expected)'",
        "correct the type, or move the page")
    ]
  }

  private func order(_ page: SnapshotPage) -> [LintFinding] {
    let keys = page.frontMatter.entries.map { $0.key.lowercased() }
    let known = keys.filter(Self.order.contains)
    let usual = Self.order.filter(known.contains)
    guard known != usual, page.frontMatter.issues.isEmpty else { return [] }
    return [
      LintFinding(
        .frontMatterOrder, path: page.document.path, line: page.frontMatter.entries.first?.line,
        message: "the keys stand as \(known.joined(separator: ", "))",
        fix: "put them as \(usual.joined(separator: ", "))", repair: .frontMatterOrder)
    ]
  }
}
