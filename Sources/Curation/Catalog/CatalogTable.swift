internal import Corpus

/// A table of the index whose rows are pages.
struct CatalogTable {
  /// The nearest heading above, as plain text.
  let heading: String?
  /// Line of the row of dashes.
  let delimiterLine: Int
  let columns: [CatalogColumn]
  let rows: [CatalogRow]
  /// Whether it lists pages also where rows are taken out of it.
  let isSteady: Bool

  /// The last line of the table.
  var lastLine: Int { rows.last?.line ?? delimiterLine }

  /// The section that the heading names.
  var section: CatalogSection? { heading.flatMap { CatalogSection(heading: $0) } }

  /// The section of most of the rows' pages.
  func section(in snapshot: Snapshot, _ layout: WikiLayout) -> CatalogSection? {
    if let section { return section }
    var counts: [CatalogSection: Int] = [:]
    for row in rows {
      guard let path = row.path, let page = snapshot.page(at: path), layout.isPage(path) else {
        continue
      }
      counts[CatalogSection(of: page.document, in: layout), default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Whether rows stand in the order of their names, by and large.
  var isSorted: Bool {
    let keys = rows.map { CatalogRow.sortKey($0.path ?? $0.link.target) }
    let inOrder = zip(keys, keys.dropFirst()).count { $0 <= $1 }
    return inOrder * 4 >= (keys.count - 1) * 3
  }

  /// The row behind which a page belongs: the last one of a smaller name, 0 for the first place. New pages
  /// go to the end of a table that somebody has ordered otherwise.
  func line(before path: String) -> Int {
    guard isSorted else { return lastLine }
    let key = CatalogRow.sortKey(path)
    return rows.last { CatalogRow.sortKey($0.path ?? $0.link.target) <= key }?.line ?? delimiterLine
  }
}
