/// Reads what the front matter says of a document, and what the path and the text say where it is silent.
struct MetadataReader {
  private let entries: [String: FrontMatterEntry]
  private(set) var issues: [DocumentIssue]

  private var title: String?
  private var type: String?
  private var date: CalendarDate?
  private var created: CalendarDate?
  private var updated: CalendarDate?
  private var url: String?
  private var tags: [String] = []
  private var aliases: [String] = []
  private var sources: [String] = []
  private var language: String?
  private var author: String?
  private var channel: String?

  init(_ frontMatter: FrontMatter) {
    issues = frontMatter.issues
    entries = Dictionary(
      frontMatter.entries.map { ($0.key.lowercased(), $0) }, uniquingKeysWith: { first, _ in first }
    )
  }

  mutating func read() {
    title = text("title")
    type = text("type")?.lowercased()
    date = day("date") ?? day("published")
    created = day("created")
    updated = day("updated")
    language = text("language") ?? text("lang")
    author = texts("author").first ?? texts("authors").first
    channel = text("channel")
    aliases = FrontMatterLists.names(value("aliases") ?? value("alias"))
    tags = FrontMatterLists.tags(value("tags") ?? value("tag"))
    sources = FrontMatterLists.references(value("sources"))
    let links = ["url", "source", "link"].flatMap { texts($0) }
    url = links.first { LinkTarget.isExternal($0) }
    // `source:` in the singular may also name a file.
    if sources.isEmpty, let source = text("source"), !LinkTarget.isExternal(source) {
      sources = FrontMatterLists.references(value("source"))
    }
  }

  /// Whether the file says of itself that it holds the times of a recording.
  func saysTranscript(_ path: String) -> Bool {
    type == "transcript" || channel != nil || entries["duration"] != nil
      || ASCIICase.contains(FilePath.name(of: path), "transcript")
      || (url.map { VideoHosts.contains($0) } ?? false)
  }

  /// What only the file itself says.
  var facts: DocumentReading.Facts {
    DocumentReading.Facts(author: author, channel: channel, created: created, updated: updated)
  }

  /// The document with everything that is known of it.
  /// - Parameter empty: what is known without its text; its title is not looked at.
  func document(from empty: Document, _ marked: MarkedDocument) -> Document {
    var document = empty
    let pathDate = PathDate.date(of: empty.path)
    document.title = documentTitle(empty, marked)
    document.date = date ?? pathDate ?? created
    document.created = created
    document.updated = updated
    document.tags = FrontMatterLists.unique(tags + marked.findings.tags)
    document.aliases = aliases
    document.url = url
    document.language = language
    document.sources = sources
    document.author = author
    document.channel = channel
    if let type {
      document.type = type
    } else if let kind = DocumentFolders.type(of: empty.path), empty.layer != "raw" {
      document.type = kind
    } else if !marked.times.isEmpty {
      document.type = "transcript"
    } else if pathDate != nil, empty.layer == "raw" {
      document.type = "post"
    }
    return document
  }

  private func documentTitle(_ empty: Document, _ marked: MarkedDocument) -> String {
    if let title { return title }
    if let heading = marked.firstHeading(level: 1) { return heading }
    guard empty.layer == "raw", let line = marked.firstLine() else {
      return TitleMaker.readable(empty.path)
    }
    let beginning = TitleMaker.beginning(of: line)
    return beginning.isEmpty ? TitleMaker.readable(empty.path) : beginning
  }

  // MARK: Values

  private func value(_ key: String) -> FrontMatterValue? { entries[key]?.value }

  private func texts(_ key: String) -> [String] {
    guard let value = value(key) else { return [] }
    return FrontMatterLists.flat(value)
  }

  private mutating func text(_ key: String) -> String? {
    guard let entry = entries[key] else { return nil }
    switch entry.value {
    case .text(let text):
      let collapsed = TitleMaker.collapsed(text)
      return collapsed.isEmpty ? nil : collapsed
    case .none:
      return nil
    case .list, .mapping:
      // Several URLs are fine where one is asked for.
      if key == "source" { return FrontMatterLists.flat(entry.value).first }
      report(entry, "'\(entry.key)' must be one value")
      return nil
    }
  }

  private mutating func day(_ key: String) -> CalendarDate? {
    guard let entry = entries[key], entry.value != .none else { return nil }
    if let text = FrontMatterLists.flat(entry.value).first,
      let date = CalendarDate(parsing: text)
    {
      return date
    }
    report(entry, "'\(entry.key)' is not a date; write it as 2025-07-06")
    return nil
  }

  private mutating func report(_ entry: FrontMatterEntry, _ message: String) {
    issues.append(DocumentIssue(kind: .value, line: entry.line, message: message))
  }
}
