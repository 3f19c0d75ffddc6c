internal import Corpus

/// An index for a wiki that has none.
struct NewCatalog {
  private let snapshot: Snapshot
  private let layout: WikiLayout
  private let today: CalendarDate

  init(_ snapshot: Snapshot, _ layout: WikiLayout, today: CalendarDate) {
    self.snapshot = snapshot
    self.layout = layout
    self.today = today
  }

  func plan() -> CatalogPlan {
    var lines = Self.beginning(today)
    var changes: [CatalogChange] = []
    for (section, pages) in sections() {
      lines += ["", "## \(section.title)", "", "| Page | Summary |", "|---|---|"]
      for page in pages {
        let row = CatalogRowText.text(
          of: page, columns: [.page, .summary], style: .wikilink, in: snapshot, layout)
        lines.append(row)
        changes.append(
          CatalogChange(
            kind: .missing, section: section.title, page: page.document.path, line: nil, old: nil,
            new: row, reason: "the page has no row"))
      }
    }
    let text = lines.map { $0 + "\n" }.joined()
    return CatalogPlan(
      path: layout.indexPath, original: nil, contents: Array(text.utf8), changes: changes,
      pages: changes.count)
  }

  /// What stands above the tables.
  static func beginning(_ today: CalendarDate) -> [String] {
    [
      "---", "title: Index", "type: index", "created: \(today)", "updated: \(today)",
      "sources: []", "tags: [index]", "---", "", "# Index", "",
      "Every page of the wiki, by section.",
    ]
  }

  private func sections() -> [(section: CatalogSection, pages: [SnapshotPage])] {
    var bySection: [CatalogSection: [SnapshotPage]] = [:]
    let frame = [layout.overviewPath, layout.logPath].compactMap { snapshot.page(at: $0) }
    if !frame.isEmpty { bySection[.frame] = frame }
    for page in snapshot.wikiPages {
      bySection[CatalogSection(of: page.document, in: layout), default: []].append(page)
    }
    return bySection.sorted { $0.key < $1.key }.map { section, pages in
      let key = { (page: SnapshotPage) in CatalogRow.sortKey(page.document.path) }
      return (section, section == .frame ? pages : pages.sorted { key($0) < key($1) })
    }
  }
}
