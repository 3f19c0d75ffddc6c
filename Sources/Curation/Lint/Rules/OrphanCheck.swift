internal import Corpus

/// Pages of the wiki that nothing but index and log links to.
struct OrphanCheck {
  private let snapshot: Snapshot

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  func findings() -> [LintFinding] {
    guard let layout = snapshot.layout else { return [] }
    var linked: Set<PathKey> = []
    for page in snapshot.pages {
      let path = page.document.path
      guard path != layout.indexPath, path != layout.logPath else { continue }
      for link in page.links {
        switch snapshot.names.resolve(link, from: path) {
        case .resolved(let target, _) where target != path: linked.insert(PathKey(target))
        // Whichever of them is meant, the others are given the benefit of the doubt.
        case .ambiguous(let targets): linked.formUnion(targets.map(PathKey.init))
        default: continue
        }
      }
      for reference in page.document.sources {
        if case .resolved(let target, _) = snapshot.references.resolve(reference, from: path),
          target != path
        {
          linked.insert(PathKey(target))
        }
      }
    }
    return snapshot.wikiPages.filter { !linked.contains(PathKey($0.document.path)) }.map {
      LintFinding(
        .orphan, path: $0.document.path, message: "no page links to this one",
        fix: "link to it from a page that speaks of it, or remove it")
    }
  }
}
