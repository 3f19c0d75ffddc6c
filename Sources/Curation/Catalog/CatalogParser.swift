internal import Corpus

/// Finds the tables of pages in an index.
struct CatalogParser {
  private let bytes: [UInt8]
  private let lines: LineTable
  private let parsed: ParsedDocument
  private let names: PageNames
  private let path: String
  private let linksByLine: [Int: Link]

  init(_ bytes: [UInt8], path: String, layer: String, names: PageNames) {
    self.bytes = bytes
    self.path = path
    self.names = names
    lines = LineTable(bytes)
    parsed = DocumentParser().parse(bytes, path: path, layer: layer)
    linksByLine = Dictionary(
      parsed.links.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var headings: [Heading] { parsed.headings }
  var frontMatter: FrontMatter { parsed.frontMatter }

  /// The pages that begin an item of a list, which is a catalogue too.
  var listItemPages: Set<PathKey> {
    Set(
      linksByLine.values.compactMap { link in
        let content = trimmed(link.line)
        let rest = content.drop {
          [0x2A, 0x2B, 0x2D, 0x2E, 0x29].contains($0) || (0x30...0x39).contains($0)
        }
        let item = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x2A || $0 == 0x5F }
        guard rest.startIndex > content.startIndex, item.first == 0x5B,
          case .resolved(let path, _) = names.resolve(link, from: path)
        else { return nil }
        return PathKey(path)
      })
  }

  func tables() -> [CatalogTable] {
    var tables: [CatalogTable] = []
    var line = parsed.frontMatter.lineCount + 1
    var fence: UInt8?
    while line < lines.count {
      let content = trimmed(line)
      if let mark = Self.fenceMark(content) {
        if fence == nil { fence = mark } else if fence == mark { fence = nil }
      }
      if fence == nil, let end = tableEnd(from: line) {
        if let table = table(line, end) { tables.append(table) }
        line = end
      }
      line += 1
    }
    return tables
  }

  private func trimmed(_ line: Int) -> ArraySlice<UInt8> {
    bytes[lines.content(of: line)].drop { $0 <= 0x20 }
  }

  private static func fenceMark(_ content: ArraySlice<UInt8>) -> UInt8? {
    guard let mark = content.first, mark == 0x60 || mark == 0x7E,
      content.starts(with: [mark, mark, mark])
    else { return nil }
    return mark
  }

  /// The last line of the table whose head is at `line`.
  private func tableEnd(from line: Int) -> Int? {
    let head = bytes[lines.content(of: line)]
    let dashes = bytes[lines.content(of: line + 1)]
    guard head.contains(0x7C), TableSyntax.isDelimiterRow(dashes),
      TableSyntax.cells(of: head).count == TableSyntax.cells(of: dashes).count
    else { return nil }
    var end = line + 1
    while end < lines.count, trimmed(end + 1).first == 0x7C { end += 1 }
    return end
  }

  private func table(_ head: Int, _ end: Int) -> CatalogTable? {
    let heads = cells(of: head).map(text)
    let rows = stride(from: head + 2, through: end, by: 1).compactMap(row).filter(Self.namesPage)
    let heading = parsed.headings.last { $0.line < head }?.text
    let isSection = heading.flatMap { CatalogSection(heading: $0) } != nil
    let isNamed = isSection && CatalogSection.isPageHead(heads.first ?? "")
    // A table of something else may name a page, too.
    let written = end - head - 1
    let known = rows.count { $0.resolution != .unresolved }
    guard isNamed || known * 2 > written else { return nil }
    let columns = heads.enumerated().map { position, head in
      position == 0
        ? .page
        : CatalogColumn(
          head: head,
          cells: rows.compactMap { position < $0.cells.count ? $0.cells[position] : nil })
    }
    return CatalogTable(
      heading: heading, delimiterLine: head + 1, columns: columns, rows: rows,
      isSteady: isNamed || rows.count == written)
  }

  private func cells(of line: Int) -> [Range<Int>] {
    TableSyntax.cells(of: bytes[lines.content(of: line)]).map { $0.startIndex..<$0.endIndex }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// A row with a link within the knowledge base; others are none of the catalogue's.
  private func row(_ line: Int) -> CatalogRow? {
    guard let link = linksByLine[line], !link.target.isEmpty else { return nil }
    let resolution = names.resolve(link, from: path)
    guard resolution != .external else { return nil }
    let ranges = cells(of: line)
    return CatalogRow(
      line: line, link: link, resolution: resolution, ranges: ranges, cells: ranges.map(text))
  }

  /// Whether the first cell is a link, marked up or not.
  private static func namesPage(_ row: CatalogRow) -> Bool {
    let cell = (row.cells.first ?? "").drop { "*_~!".contains($0) }
    return cell.hasPrefix("[") && (cell.contains("[[") || cell.contains("]("))
  }
}
