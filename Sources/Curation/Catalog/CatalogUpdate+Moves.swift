internal import Corpus

extension CatalogUpdate {
  /// The columns of what people wrote in a row that the table of the page's section has not.
  func lost(_ row: CatalogRow, of table: CatalogTable, _ page: SnapshotPage) -> [String] {
    let section = CatalogSection(of: page.document, in: layout)
    let there = self.table(of: section)?.columns ?? [.page, .summary]
    return zip(table.columns, row.cells).filter { column, cell in
      column != .page && !column.isComputed && !cell.isEmpty && !there.contains(column)
        && cell != column.value(of: page)
    }.map { Self.name(of: $0.0) }
  }

  /// The only page with the file name of a row that leads nowhere, where no other row has it.
  func movedPage(of row: CatalogRow) -> SnapshotPage? {
    let stem = NameFolding.folded(FilePath.stem(of: row.link.target))
    let pages = snapshot.wikiPages.filter {
      NameFolding.folded(FilePath.stem(of: $0.document.path)) == stem
    }
    guard pages.count == 1, let page = pages.first else { return nil }
    let path = PathKey(page.document.path)
    let isListed = tables.contains { $0.rows.contains { $0.path.map(PathKey.init) == path } }
    return isListed ? nil : page
  }
}
