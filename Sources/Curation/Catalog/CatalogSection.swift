internal import Corpus

/// A section of the catalogue: which pages belong together.
struct CatalogSection: Hashable, Comparable {
  let title: String
  /// Known kinds come first, in their order.
  private let order: Int

  /// The overview and the log.
  static let frame = CatalogSection(title: "Overview", order: -1)

  private init(title: String, order: Int) {
    self.title = title
    self.order = order
  }

  /// The section of a page: by its folder, else by its type, else by the folder's name.
  init(of document: Document, in layout: WikiLayout) {
    let inside = layout.inside(document.path)
    let kind = DocumentFolders.type(of: inside).flatMap { PageKind.of(type: $0) }
    if let kind = kind ?? PageKind.of(type: document.type) {
      self.init(kind)
    } else {
      let folder = inside.split(separator: "/").dropLast().first.map(String.init)
      self.init(
        title: folder.map { TitleMaker.readable($0) } ?? "Pages", order: PageKind.all.count)
    }
  }

  private init(_ kind: PageKind) {
    title = kind.section
    order = PageKind.all.firstIndex(of: kind) ?? 0
  }

  /// The section of a known kind that a heading names.
  init?(heading: String) {
    let folded = NameFolding.folded(heading)
    if folded == NameFolding.folded(Self.frame.title) {
      self = .frame
      return
    }
    let kind = PageKind.all.first {
      [$0.section, $0.folder, $0.type].contains { NameFolding.folded($0) == folded }
    }
    guard let kind else { return nil }
    self.init(kind)
  }

  /// Whether the head of a first column says that it lists pages.
  static func isPageHead(_ head: String) -> Bool {
    let folded = NameFolding.folded(head)
    return ["page", "file", "link", "path"].contains(folded)
      || PageKind.all.contains { NameFolding.folded($0.type) == folded }
      || CatalogSection(heading: head) != nil
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.order, left.title) < (right.order, right.title)
  }
}
