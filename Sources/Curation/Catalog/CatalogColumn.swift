internal import Corpus

/// What a column of the catalogue says of each page.
enum CatalogColumn: Hashable {
  /// The link to the page.
  case page
  case title, summary, tags, aliases
  /// `created:`, `updated:`, and the date of what the page is about.
  case created, updated, date
  /// Number of entries of `sources:`.
  case sourceCount
  /// The entry of the front matter with this key.
  case other(String)

  /// What the head of a column means.
  /// - Parameter cells: what stands in it; a column of sources may list them or count them.
  init(head: String, cells: [String]) {
    switch NameFolding.folded(head) {
    case "title", "name", "topic", "claim": self = .title
    case "summary", "description", "about", "what", "contents": self = .summary
    case "tags": self = .tags
    case "aliases": self = .aliases
    case "date added", "created", "added": self = .created
    case "updated", "last updated", "modified", "date updated": self = .updated
    case "date": self = .date
    case "sources", "source count", "number of sources", "# sources":
      let isCounted = cells.allSatisfy { $0.isEmpty || SourceCount($0) != nil }
      self = isCounted ? .sourceCount : .other("sources")
    case let key: self = .other(key)
    }
  }

  /// Whether what stands in it follows from the front matter alone, so that another value is wrong. All
  /// other columns hold what people write.
  var isComputed: Bool {
    switch self {
    case .created, .updated, .date, .sourceCount: true
    case .page, .title, .summary, .tags, .aliases, .other: false
    }
  }

  /// What the column says of a page, as markdown of a cell.
  func value(of page: SnapshotPage) -> String {
    let document = page.document
    switch self {
    case .page: return ""
    case .title: return CatalogText.escaped(document.title)
    case .summary: return CatalogText.summary(of: page)
    case .tags: return CatalogText.cell(document.tags.joined(separator: ", "))
    case .aliases: return CatalogText.cell(document.aliases.joined(separator: ", "))
    case .created: return document.created?.description ?? ""
    case .updated: return document.updated?.description ?? ""
    case .date: return document.date?.description ?? ""
    case .sourceCount: return String(document.sources.count)
    case .other(let key): return CatalogText.cell(page.text(key) ?? "")
    }
  }

  /// Whether a cell of a computed column says what is true of a page. What is no date or number is taken
  /// for a remark.
  func holds(_ cell: String, of page: SnapshotPage) -> Bool {
    let value = value(of: page)
    guard !value.isEmpty, cell != value else { return true }
    if cell.isEmpty { return false }
    if self == .sourceCount {
      return SourceCount(cell)?.holds(page.document.sources.count) ?? true
    }
    guard let written = CalendarDate(parsing: cell) else { return true }
    return written.description == value
  }
}

/// `3`, or `25+` for at least 25.
struct SourceCount {
  private let number: Int
  private let isMinimum: Bool

  init?(_ cell: String) {
    isMinimum = cell.hasSuffix("+")
    let digits = isMinimum ? cell.dropLast() : cell[...]
    guard !digits.isEmpty, digits.allSatisfy(\.isASCII), let number = Int(digits), number >= 0
    else { return nil }
    self.number = number
  }

  func holds(_ count: Int) -> Bool { isMinimum ? count >= number : count == number }
}
