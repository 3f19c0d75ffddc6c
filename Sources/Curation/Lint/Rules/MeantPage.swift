internal import Corpus

/// Decides which of several pages of a name a link means, where that is certain.
///
/// The rules, of which the first that leaves one page decides:
/// 1. A page does not mean itself.
/// 2. The shown text is the title or an alias of one of them alone.
struct MeantPage {
  private let snapshot: Snapshot

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  /// All pages that a wikilink would fit; `nil` where it fits one alone, wherever it stands.
  func rivals(of link: Link) -> [String]? {
    // No document lies in a folder of this name, so that none is nearer than the others.
    guard case .ambiguous(let paths) = snapshot.names.resolve(link, from: "\u{0}/page.md") else {
      return nil
    }
    return paths
  }

  func page(of link: Link, from path: String, among paths: [String]) -> String? {
    let others = paths.filter { PathKey($0) != PathKey(path) }
    if others.count == 1 { return others[0] }
    guard let shown = link.shownText.map(NameFolding.folded) else { return nil }
    let named = others.filter { path in
      guard let document = snapshot.page(at: path)?.document else { return false }
      return ([document.title] + document.aliases).contains { NameFolding.folded($0) == shown }
    }
    return named.count == 1 ? named[0] : nil
  }
}
