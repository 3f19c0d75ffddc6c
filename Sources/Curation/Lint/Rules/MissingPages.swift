internal import Corpus

/// Pages that are linked to and do not exist.
struct MissingPages {
  private var uses: [String: (name: String, places: [(path: String, line: Int)])] = [:]

  /// Notes a link that leads nowhere.
  mutating func add(_ link: Link, from path: String) {
    guard link.kind != .embed || !WikilinkSyntax.isAttachment(link.target) else { return }
    let name = FilePath.stem(of: link.target)
    uses[NameFolding.folded(name), default: (name, [])].places.append((path, link.line))
  }

  /// The pages that several others link to: at the first of their links.
  func findings() -> [LintFinding] {
    uses.values.compactMap { name, places in
      let pages = Set(places.map { PathKey($0.path) }).count
      guard pages > 1, let first = places.first else { return nil }
      return LintFinding(
        .missingPage, path: first.path, line: first.line,
        message: "\(pages) pages link to '\(name)', and there is no such page",
        fix: "make the page, or an alias of another one")
    }
  }
}
