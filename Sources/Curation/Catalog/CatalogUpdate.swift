internal import Corpus

/// Brings an index that is there up to date: what is wrong in it, and the lines that mend it.
struct CatalogUpdate {
  let snapshot: Snapshot
  let layout: WikiLayout
  private let refreshes: Bool
  private let today: CalendarDate
  private let parser: CatalogParser
  let tables: [CatalogTable]
  let style: CatalogLink
  var edits: LineEdits
  private var changes: [CatalogChange] = []
  private var remarks: [String] = []
  /// Rows that leave their place, so that what people wrote in them is not lost.
  private var leaving: [(table: CatalogTable, row: CatalogRow)] = []
  /// Pages with a row.
  private var listed: Set<PathKey> = []

  init(
    _ snapshot: Snapshot, _ layout: WikiLayout, bytes: [UInt8], today: CalendarDate,
    refreshes: Bool
  ) {
    self.snapshot = snapshot
    self.layout = layout
    self.today = today
    self.refreshes = refreshes
    parser = CatalogParser(
      bytes, path: layout.indexPath, layer: "wiki", names: snapshot.names)
    tables = parser.tables()
    style = CatalogLink(of: tables)
    edits = LineEdits(bytes)
  }

  mutating func plan() -> CatalogPlan {
    for table in tables {
      for row in table.rows { check(row, of: table) }
    }
    addMissing()
    if !edits.isEmpty { date() }
    changes.sort {
      ($0.line ?? Int.max, $0.section, $0.page) < ($1.line ?? Int.max, $1.section, $1.page)
    }
    return CatalogPlan(
      path: layout.indexPath, original: edits.bytes, contents: edits.apply(), changes: changes,
      pages: listed.count, remarks: remarks)
  }

  // MARK: Rows that are there

  private mutating func check(_ row: CatalogRow, of table: CatalogTable) {
    let section = table.heading ?? ""
    if row.isDead {
      if keepMoved(row, of: table) { return }
      leave(row, of: table, .dead, page: row.link.target, reason: "the row has no page")
      return
    }
    guard let path = meantPage(row, of: table), let page = snapshot.page(at: path) else { return }
    if let own = table.section, layout.isPage(path), table.isSteady {
      let right = CatalogSection(of: page.document, in: layout)
      if own != right, CatalogSection(heading: right.title) != nil {
        let lost = lost(row, of: table, page)
        if lost.isEmpty {
          leave(
            row, of: table, .misplaced, page: path, reason: "the page belongs to \(right.title)")
          return
        }
        remark(row, page, lost)
      }
    }
    listed.insert(PathKey(path))
    let (content, reasons) = mended(row, of: table, page)
    guard !reasons.isEmpty else { return }
    edits.replace(row.line, with: content)
    changes.append(
      CatalogChange(
        kind: .differs, section: section, page: path, line: row.line, old: text(row.line),
        new: String(decoding: content, as: UTF8.self), reason: reasons.joined(separator: ", ")))
  }

  /// Keeps the row of a page that lies elsewhere now, where its new section has no column for what
  /// people wrote in it.
  private mutating func keepMoved(_ row: CatalogRow, of table: CatalogTable) -> Bool {
    guard let page = movedPage(of: row) else { return false }
    let lost = lost(row, of: table, page)
    guard !lost.isEmpty, let range = row.ranges.first else { return false }
    let path = page.document.path
    listed.insert(PathKey(path))
    remark(row, page, lost)
    let link = style.text(
      to: path, shown: row.link.shownText, from: layout.indexPath, names: snapshot.names)
    let line = edits.lines.content(of: row.line)
    let content =
      edits.bytes[line.lowerBound..<range.lowerBound] + padded(link, range)
      + edits.bytes[range.upperBound..<line.upperBound]
    edits.replace(row.line, with: Array(content))
    changes.append(
      CatalogChange(
        kind: .differs, section: table.heading ?? "", page: path, line: row.line,
        old: text(row.line), new: String(decoding: content, as: UTF8.self),
        reason: "the page lies elsewhere now"))
    return true
  }

  private mutating func remark(_ row: CatalogRow, _ page: SnapshotPage, _ lost: [String]) {
    let section = CatalogSection(of: page.document, in: layout).title
    remarks.append(
      "\(layout.indexPath):\(row.line): the row of \(page.document.path) belongs to \(section), "
        + "where there is no column \(lost.joined(separator: ", ")); move it by hand")
  }

  /// The page of a row; of several with its name the one that belongs to the section.
  private func meantPage(_ row: CatalogRow, of table: CatalogTable) -> String? {
    if let path = row.path { return path }
    guard case .ambiguous(let paths) = row.resolution,
      let section = table.section(in: snapshot, layout)
    else { return nil }
    let fitting = paths.filter { path in
      snapshot.page(at: path).map { CatalogSection(of: $0.document, in: layout) } == section
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private mutating func leave(
    _ row: CatalogRow, of table: CatalogTable, _ kind: CatalogChange.Kind, page: String,
    reason: String
  ) {
    leaving.append((table, row))
    edits.remove(row.line)
    changes.append(
      CatalogChange(
        kind: kind, section: table.heading ?? "", page: page, line: row.line, old: text(row.line),
        new: nil, reason: reason))
  }

  /// The row's line with its wrong cells replaced, and what was wrong in each.
  private func mended(
    _ row: CatalogRow, of table: CatalogTable, _ page: SnapshotPage
  ) -> (content: [UInt8], reasons: [String]) {
    var content = edits.bytes
    let line = edits.lines.content(of: row.line)
    var reasons: [String] = []
    var end = line.upperBound
    for (position, range) in row.ranges.enumerated().reversed()
    where position < table.columns.count {
      let column = table.columns[position]
      let cell = row.cells[position]
      guard let (new, reason) = replacement(for: cell, column, row, table, page) else { continue }
      content.replaceSubrange(range, with: padded(new, range))
      end += padded(new, range).count - range.count
      reasons.insert(reason, at: 0)
    }
    return (Array(content[line.lowerBound..<end]), reasons)
  }

  /// An empty cell lies between its pipes without a space of its own.
  private func padded(_ cell: String, _ range: Range<Int>) -> [UInt8] {
    guard range.isEmpty, range.lowerBound > 0 else { return Array(cell.utf8) }
    let isTight = edits.bytes[range.lowerBound - 1] == 0x7C
    return Array((isTight ? " \(cell) " : cell + " ").utf8)
  }

  private func replacement(
    for cell: String, _ column: CatalogColumn, _ row: CatalogRow, _ table: CatalogTable,
    _ page: SnapshotPage
  ) -> (cell: String, reason: String)? {
    if column == .page { return link(cell, row, table, page) }
    if column.isComputed {
      if column.holds(cell, of: page) { return nil }
      let value = column.value(of: page)
      return (value, "\(Self.name(of: column)) is \(value), not \(cell.isEmpty ? "empty" : cell)")
    }
    guard refreshes else { return nil }
    let value = column.value(of: page)
    return value.isEmpty || value == cell ? nil : (value, "\(Self.name(of: column)) is new")
  }

  /// Names the page so that it is found, and shows its title where that is wanted.
  private func link(
    _ cell: String, _ row: CatalogRow, _ table: CatalogTable, _ page: SnapshotPage
  ) -> (cell: String, reason: String)? {
    let isAmbiguous = row.path == nil
    let isWhole = cell.hasPrefix("[[") && cell.hasSuffix("]]") && row.link.kind == .wikilink
    guard isWhole, isAmbiguous || refreshes else { return nil }
    let title = CatalogRowText.shownTitle(of: page, beside: table.columns)
    let shown = refreshes ? title : row.link.shownText ?? row.link.target
    let new = CatalogLink.wikilink.text(
      to: page.document.path, shown: shown, from: layout.indexPath, names: snapshot.names)
    if new == cell { return nil }
    return (new, isAmbiguous ? "the link fits several pages" : "title is new")
  }

  static func name(of column: CatalogColumn) -> String {
    switch column {
    case .page: "page"
    case .title: "title"
    case .summary: "summary"
    case .tags: "tags"
    case .aliases: "aliases"
    case .created: "created"
    case .updated: "updated"
    case .date: "date"
    case .sourceCount: "number of sources"
    case .other(let key): key
    }
  }

  private func text(_ line: Int) -> String {
    String(decoding: edits.bytes[edits.lines.content(of: line)], as: UTF8.self)
  }

  // MARK: Rows that are not there

  private mutating func addMissing() {
    let elsewhere = parser.listItemPages
    let missing = snapshot.wikiPages.filter {
      let key = PathKey($0.document.path)
      return !listed.contains(key) && !elsewhere.contains(key)
    }.sorted { CatalogRow.sortKey($0.document.path) < CatalogRow.sortKey($1.document.path) }
    var homeless: [CatalogSection: [SnapshotPage]] = [:]
    for page in missing {
      listed.insert(PathKey(page.document.path))
      let section = CatalogSection(of: page.document, in: layout)
      guard let table = table(of: section) else {
        homeless[section, default: []].append(page)
        continue
      }
      let row = row(of: page, columns: table.columns)
      edits.insert([row], after: table.line(before: page.document.path))
      note(page, section: table.heading ?? section.title, row)
    }
    for (section, pages) in homeless.sorted(by: { $0.key < $1.key }) { add(section, pages) }
  }

  /// The table of a section: the one below its heading, else the one that has most of its pages.
  func table(of section: CatalogSection) -> CatalogTable? {
    tables.first { $0.section == section }
      ?? tables.first { $0.section(in: snapshot, layout) == section }
  }

  private mutating func note(_ page: SnapshotPage, section: String, _ row: String) {
    changes.append(
      CatalogChange(
        kind: .missing, section: section, page: page.document.path, line: nil, old: nil, new: row,
        reason: "the page has no row"))
  }

  private func row(of page: SnapshotPage, columns: [CatalogColumn]) -> String {
    CatalogRowText.text(
      of: page, columns: columns, style: style, in: snapshot, layout,
      keeping: refreshes ? [:] : written(of: page))
  }

  /// What people wrote of a page in the only row that leaves and has its name.
  private func written(of page: SnapshotPage) -> [CatalogColumn: String] {
    let stem = NameFolding.folded(FilePath.stem(of: page.document.path))
    let own = leaving.filter {
      NameFolding.folded(FilePath.stem(of: $0.row.path ?? $0.row.link.target)) == stem
    }
    guard own.count == 1, let (table, row) = own.first else { return [:] }
    var written: [CatalogColumn: String] = [:]
    for (column, cell) in zip(table.columns, row.cells) where column != .page && !cell.isEmpty {
      written[column] = cell
    }
    written[.page] = row.link.shownText
    return written
  }

  /// Adds a section with its table: below its heading where there is one, else behind the section that
  /// comes before it.
  private mutating func add(_ section: CatalogSection, _ pages: [SnapshotPage]) {
    let place = CatalogPlace(headings: parser.headings, tables: tables, lines: edits.lines)
    let (line, needsHeading) = place.line(for: section, in: edits.bytes)
    let columns: [CatalogColumn] = [.page, .summary]
    var added =
      needsHeading ? ["", String(repeating: "#", count: place.level) + " " + section.title] : []
    added += ["", "| Page | Summary |", "|---|---|"]
    for page in pages {
      let row = row(of: page, columns: columns)
      added.append(row)
      note(page, section: section.title, row)
    }
    edits.insert(added, after: line)
  }

  // MARK: Front matter

  /// Sets `updated:` to today where the front matter has it.
  private mutating func date() {
    guard let entry = parser.frontMatter.entries.first(where: { $0.key == "updated" }),
      case .text(let old) = entry.value, old != today.description,
      var content = String(validating: edits.content(of: entry.line), as: UTF8.self),
      let range = content.firstRange(of: old)
    else { return }
    content.replaceSubrange(range, with: today.description)
    edits.replace(entry.line, with: Array(content.utf8))
  }
}
