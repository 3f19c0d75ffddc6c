internal import Corpus

/// What `sources:` says, and how many sources a page rests on.
struct SourceCheck {
  /// Types of pages that claim something.
  private static let claiming: Set<String> = [
    "claim", "concept", "method", "comparison", "synthesis",
  ]

  private let snapshot: Snapshot
  private let near: NearSource

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    near = NearSource(
      snapshot.pages.filter { $0.document.layer == "raw" }.map(\.document.path))
  }

  func findings() -> [LintFinding] {
    let pages = snapshot.pages.filter { $0.document.layer != "raw" }
    return pages.flatMap(entries) + snapshot.wikiPages.flatMap(counts)
  }

  // MARK: Entries

  private func entries(_ page: SnapshotPage) -> [LintFinding] {
    page.document.sources.compactMap { entry($0, of: page) }
  }

  private func entry(_ reference: String, of page: SnapshotPage) -> LintFinding? {
    let path = page.document.path
    let line = (page.entry("sources") ?? page.entry("source"))?.line
    switch snapshot.references.resolve(reference, from: path) {
    case .resolved(let target, _) where isNoSource(target, of: path):
      return LintFinding(
        .unresolvedSource, path: path, line: line,
        message: target == path
          ? "the source '\(reference)' is the page itself"
          : "the source '\(reference)' is \(target), which only lists what others say",
        fix: "name what the page was made from")
    case .external, .resolved(_, .exact): return nil
    case .resolved(let target, let rule):
      return loose(reference, path, line, target, rule)
    case .ambiguous(let paths):
      return LintFinding(
        .ambiguousSource, path: path, line: line,
        message: "the source '\(reference)' fits \(paths.count) files: "
          + paths.prefix(3).joined(separator: ", "),
        fix: "write the path below raw/ of the one that is meant")
    case .unresolved:
      let candidate = Self.isSpan(reference) ? nil : near.candidate(for: reference)
      let written = candidate.flatMap { self.written($0, from: path) }
      return LintFinding(
        .unresolvedSource, path: path, line: line,
        message: "the source '\(reference)' leads to no file",
        fix: written.map { "write \($0), the only file with a name like this" }
          ?? "write its path below raw/, or add the file",
        repair: written.map { .source(reference: reference, path: $0) })
    }
  }

  private func loose(
    _ reference: String, _ path: String, _ line: Int?, _ target: String, _ rule: Resolution.Rule
  ) -> LintFinding? {
    // A link to a page of the wiki by its name is how links are written.
    if rule == .name, reference.hasPrefix("[[") { return nil }
    let how =
      switch rule {
      case .exact: "exactly"
      case .suffix: "only by the end of the path"
      case .date: "only by its date"
      case .missingFolder: "only by the order of its folders"
      case .name: "only by its name"
      }
    let written = written(target, from: path)
    let isSpan = Self.isSpan(reference)
    return LintFinding(
      .looseSource, path: path, line: line,
      message: "the source '\(reference)' is found \(how): \(target)",
      fix: isSpan ? "name the file of each day" : "write \(written ?? target)",
      repair: isSpan ? nil : written.map { .source(reference: reference, path: $0) })
  }

  private func isNoSource(_ target: String, of path: String) -> Bool {
    target == path || target == snapshot.layout?.indexPath || target == snapshot.layout?.logPath
  }

  /// Whether an entry stands for two days or more: `2025/7.6-7.md`.
  private static func isSpan(_ reference: String) -> Bool {
    let name = FilePath.withoutExtension(FilePath.name(of: reference))
    let span = /[0-9]{1,2}[.][0-9]{1,2}\s*[-–—~]\s*([0-9]+[.]){0,2}[0-9]{1,2}(?![0-9])/
    return name.contains(span)
  }

  /// How a page names a file: below `raw/` where that is what it leads to.
  private func written(_ target: String, from path: String) -> String? {
    var names = [target]
    if let raw = snapshot.layout?.raw, !raw.isEmpty, FilePath.isWithin(target, folder: raw) {
      names.insert(
        String(decoding: target.utf8.dropFirst(raw.utf8.count + 1), as: UTF8.self), at: 0)
    }
    return names.first { name in
      guard case .resolved(let found, .exact) = snapshot.references.resolve(name, from: path)
      else { return false }
      return PathKey(found) == PathKey(target)
    }
  }

  // MARK: Numbers

  private func counts(_ page: SnapshotPage) -> [LintFinding] {
    let document = page.document
    guard Self.claiming.contains(document.type) || document.type == "source-summary" else {
      return []
    }
    let sources = sources(of: page)
    if sources.isEmpty, document.sources.isEmpty {
      return [
        LintFinding(
          .noSource, path: document.path, line: page.entry("sources")?.line,
          message: "the page names no source", fix: "name what it was made from under sources:")
      ]
    }
    guard Self.claiming.contains(document.type), sources.count == 1, let only = sources.first,
      document.sources.count <= 1
    else { return [] }
    return [
      LintFinding(
        .singleSource, path: document.path, line: page.entry("sources")?.line,
        message: "the page names one source alone, \(only.path)",
        fix: "look for a second one, or say in the text that there is none")
    ]
  }

  /// What a page declares and cites; of a summary of sources, what that was made from.
  private func sources(of page: SnapshotPage) -> Set<PathKey> {
    let path = page.document.path
    let declared = page.document.sources.map { snapshot.references.resolve($0, from: path) }
    let cited = page.links.map { snapshot.names.resolve($0, from: path) }
    var sources: Set<PathKey> = []
    for resolution in declared + cited {
      guard case .resolved(let target, _) = resolution, target != path,
        let other = snapshot.page(at: target)
      else {
        if resolution == .external { sources.insert(PathKey("another host")) }
        continue
      }
      if other.document.layer == "raw" {
        sources.insert(PathKey(target))
      } else if other.document.type == "source-summary" {
        for reference in other.document.sources {
          if case .resolved(let origin, _) = snapshot.references.resolve(reference, from: target) {
            sources.insert(PathKey(origin))
          }
        }
      }
    }
    return sources
  }
}
