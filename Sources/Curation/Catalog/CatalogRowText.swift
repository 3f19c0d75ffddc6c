internal import Corpus

/// Writes rows of the catalogue.
enum CatalogRowText {
  /// A row for a page.
  /// - Parameter written: what people have written of it elsewhere, by column.
  static func text(
    of page: SnapshotPage, columns: [CatalogColumn], style: CatalogLink, in snapshot: Snapshot,
    _ layout: WikiLayout, keeping written: [CatalogColumn: String] = [:]
  ) -> String {
    let cells = columns.map { column in
      if column == .page {
        return style.text(
          to: page.document.path,
          shown: written[.page] ?? shownTitle(of: page, beside: columns), from: layout.indexPath,
          names: snapshot.names)
      }
      let kept = column.isComputed ? nil : written[column]
      return kept ?? column.value(of: page)
    }
    return "| " + cells.joined(separator: " | ") + " |"
  }

  /// A link shows the title where no column does.
  static func shownTitle(of page: SnapshotPage, beside columns: [CatalogColumn]) -> String? {
    columns.contains(.title) ? nil : page.document.title
  }
}
