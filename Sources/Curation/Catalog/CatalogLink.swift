internal import Corpus

/// How rows of the catalogue link to pages.
enum CatalogLink {
  /// `[[page\|Title]]`, or `[[page]]` beside a column of titles.
  case wikilink
  /// `[page](folder/page.md)`
  case markdown

  /// The style of most rows.
  init(of tables: [CatalogTable]) {
    let kinds = tables.flatMap { $0.rows.map(\.link.kind) }
    let markdown = kinds.count { $0 == .markdown }
    self = markdown * 2 > kinds.count ? .markdown : .wikilink
  }

  /// The link from the index to a page, as markdown of a cell.
  /// - Parameter shown: what the link shows; `nil` for the page's name.
  func text(to path: String, shown: String?, from index: String, names: PageNames) -> String {
    let bare = FilePath.stem(of: path)
    // An index or a log of another folder is never alone with its name for long.
    let isFrame =
      ["index", "log", "overview"].contains(NameFolding.folded(bare))
      && FilePath.folder(of: path) != FilePath.folder(of: index)
    let fewest = isFrame ? 2 : 1
    if self == .wikilink,
      let name = Self.name(of: path, from: index, names: names, fewest: fewest)
    {
      guard let shown, shown != name else { return "[[\(name)]]" }
      return "[[\(name)\\|\(Self.inBrackets(shown))]]"
    }
    let text = CatalogText.escaped(shown ?? bare)
    return "[\(text)](\(Self.target(to: path, from: index)))"
  }

  /// The shortest name that leads to a page and to no other: the file's name, else with its folders.
  /// - Parameter fewest: how many parts of the path it has at least.
  static func name(
    of path: String, from document: String, names: PageNames, fewest: Int = 1
  ) -> String? {
    let parts = FilePath.withoutExtension(path).split(separator: "/")
    for count in min(fewest, max(1, parts.count))...max(1, parts.count) {
      let name = parts.suffix(count).joined(separator: "/")
      if name.utf8.contains(where: {
        $0 < 0x20 || [0x5B, 0x5D, 0x7C, 0x23, 0x5E, 0x5C].contains($0)
      }) {
        return nil
      }
      let link = Link(kind: .wikilink, target: name, line: 1)
      if case .resolved(let found, _) = names.resolve(link, from: document),
        PathKey(found) == PathKey(path), count > 1 || Self.isAlone(name, path, names)
      {
        return name
      }
    }
    return nil
  }

  /// Whether a name leads to the page from everywhere, not just from the folder beside it.
  private static func isAlone(_ name: String, _ path: String, _ names: PageNames) -> Bool {
    let link = Link(kind: .wikilink, target: name, line: 1)
    // No document lies in a folder of this name.
    guard case .resolved(let found, _) = names.resolve(link, from: "\u{0}/x") else { return false }
    return PathKey(found) == PathKey(path)
  }

  private static func inBrackets(_ text: String) -> String {
    CatalogText.cell(text).replacing("]]", with: "] ]").replacing("[[", with: "[ [")
  }

  /// The path from the folder of the index, with what ends a link's target encoded.
  static func target(to path: String, from index: String) -> String {
    var target = FilePath.folder(of: path).split(separator: "/").map(String.init)
    var base = FilePath.folder(of: index).split(separator: "/").map(String.init)
    while let first = target.first, first == base.first {
      target.removeFirst()
      base.removeFirst()
    }
    let parts = base.map { _ in ".." } + target + [FilePath.name(of: path)]
    var encoded: [UInt8] = []
    for byte in parts.joined(separator: "/").utf8 {
      if byte > 0x20, byte != 0x7F, !"%()<>#?\\".utf8.contains(byte) {
        encoded.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += ("%" + (digits.count < 2 ? "0" : "") + digits).utf8
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
