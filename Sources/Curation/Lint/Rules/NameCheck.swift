internal import Corpus

/// Names that two pages of the wiki have in common, so that links by name are a guess.
struct NameCheck {
  private struct Use: Hashable {
    let path: PathKey
    /// What the name is there.
    let role: String
    let name: String
    let line: Int
  }

  private let snapshot: Snapshot

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  func findings() -> [LintFinding] {
    var uses: [String: [Use]] = [:]
    for page in snapshot.wikiPages {
      for (folded, use) in Self.uses(of: page) { uses[folded, default: []].append(use) }
    }
    return uses.values.filter { Set($0.map(\.path)).count > 1 }.flatMap(findings)
  }

  /// Each name of a page once, under its first role.
  private static func uses(of page: SnapshotPage) -> [String: Use] {
    let document = page.document
    let path = PathKey(document.path)
    var uses: [String: Use] = [:]
    func add(_ name: String, _ role: String, _ line: Int) {
      let folded = NameFolding.folded(name)
      guard !folded.isEmpty, uses[folded] == nil else { return }
      uses[folded] = Use(path: path, role: role, name: name, line: line)
    }
    add(FilePath.stem(of: document.path), "file name", 1)
    add(document.title, "title", page.entry("title")?.line ?? 1)
    for alias in document.aliases {
      add(alias, "alias", (page.entry("aliases") ?? page.entry("alias"))?.line ?? 1)
    }
    return uses
  }

  private func findings(_ uses: [Use]) -> [LintFinding] {
    uses.map { use in
      let others = uses.filter { $0.path != use.path }.sorted { $0.path < $1.path }
        .map { "the \($0.role) of \($0.path.path)" }
      return LintFinding(
        .duplicateName, path: use.path.path, line: use.line,
        message: "the \(use.role) '\(use.name)' is also \(others.joined(separator: " and "))",
        fix: "rename one, or link to each with its folder")
    }
  }
}
