internal import Corpus

/// A row of the catalogue.
struct CatalogRow {
  /// 1-based.
  let line: Int
  let link: Link
  let resolution: Resolution
  /// Where the cells lie in the bytes of the file, without white space.
  let ranges: [Range<Int>]
  let cells: [String]

  /// The page that it leads to.
  var path: String? {
    if case .resolved(let path, _) = resolution { return path }
    return nil
  }

  /// Whether it names a page that there is not.
  var isDead: Bool {
    guard resolution == .unresolved, !link.target.isEmpty else { return false }
    return link.kind == .wikilink || FilePath.isMarkdown(link.target)
  }

  /// Rows are ordered by the file's name, then by its folder.
  static func sortKey(_ path: String) -> String {
    NameFolding.folded(FilePath.stem(of: path)) + "\u{0}" + path
  }
}
