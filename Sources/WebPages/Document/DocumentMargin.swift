internal import FootnoteKit
internal import TerminalOutput

/// What stands beside a document: facts, and lists of what it refers to and what refers to it. All of it is from
/// the index, but for what only the front matter says.
struct DocumentMargin {
  private let document: DocumentSummary
  private let references: DocumentReferences

  init(_ document: DocumentSummary, _ references: DocumentReferences) {
    self.document = document
    self.references = references
  }

  private var isRaw: Bool { document.layer == "raw" }

  // MARK: Facts

  /// - Parameters:
  ///   - reading: The text; `nil` where it is not there.
  ///   - language: Where it is not English.
  func facts(_ reading: DocumentReading?, language: String?) -> [DocumentContext.Fact] {
    var facts = [
      DocumentContext.Fact("Layer", document.layer), DocumentContext.Fact("Type", document.type),
    ]
    if let author = reading?.facts.author { facts.append(.init("Author", author)) }
    if let channel = reading?.facts.channel { facts.append(.init("Channel", channel)) }
    if let (name, date) = date(reading) { facts.append(.init(name, DateContext(date).text)) }
    if let url = document.url, let address = OutsideAddress.safe(url) {
      let name = reading?.text.hasTimes == true ? "Recording" : "Address"
      let link = DocumentContext.Fact.Link(
        href: address, text: Self.host(of: address), external: true)
      facts.append(.init(name, link))
    }
    if !document.aliases.isEmpty {
      facts.append(.init("Also", document.aliases.joined(separator: ", ")))
    }
    if let language { facts.append(.init("Language", language)) }
    if let reading, reading.isWhole { facts.append(.init("Length", length(reading, language))) }
    return facts
  }

  /// The day that the document is of, and what kind of day it is.
  func date(_ reading: DocumentReading?) -> (name: String, date: CalendarDate)? {
    if !isRaw, let updated = reading?.facts.updated { return ("Updated", updated) }
    return document.date.map { ("Date", $0) }
  }

  private func length(_ reading: DocumentReading, _ language: String?) -> String {
    ["zh", "ja"].contains(language?.prefix(2).lowercased())
      ? NumberText.counted(reading.text.characterCount, "character")
      : NumberText.counted(reading.text.wordCount, "word")
  }

  private static func host(of address: String) -> String {
    let rest = address.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first
    return rest.map { String($0.prefix { $0 != "?" && $0 != "#" }) } ?? address
  }

  /// The way to other pages.
  var links: [LinkContext] {
    var links: [LinkContext] = []
    if !isRaw {
      links.append(
        LinkContext(
          href: PageAddress.sources(of: document.path), text: "All sources, by evidence"))
    }
    links.append(
      LinkContext(href: PageAddress.graph(around: document.path), text: "Show in the graph"))
    return links
  }

  var tags: ListContext<LinkContext>? {
    ListContext(
      document.tags.map { LinkContext(href: PageAddress.question("tag:" + $0), text: $0) })
  }

  // MARK: Lists

  /// - Parameter related: Best first.
  func lists(related: [RelatedDocument]) -> [DocumentContext.List] {
    let declared = Set(references.usedBy.map(\.path))
    let near = related.map { neighbour in
      DocumentContext.Item(
        href: PageAddress.document(neighbour.document.path), text: neighbour.document.title,
        remark: NumberText.decimal(neighbour.score, places: 2))
    }
    return [
      DocumentContext.List("sources-title", "Sources", references.sources.compactMap(source)),
      DocumentContext.List("used-title", "Used by", references.usedBy.map(item)),
      DocumentContext.List(
        "backlinks-title", "Linked from",
        references.linkedFrom.filter { !declared.contains($0.path) }.map(item)),
      DocumentContext.List("related-title", "Related", near),
    ].compactMap(\.self)
  }

  private func item(_ document: DocumentSummary) -> DocumentContext.Item {
    DocumentContext.Item(
      href: PageAddress.document(document.path), text: document.title,
      date: document.layer == "raw" ? document.date.map(DateContext.init) : nil)
  }

  private func source(_ source: DocumentReferences.DeclaredSource) -> DocumentContext.Item? {
    if let document = source.document { return item(document) }
    guard source.isExternal, let address = OutsideAddress.safe(source.reference) else {
      return nil
    }
    return DocumentContext.Item(href: address, text: source.reference)
  }

  /// Declared sources that lead nowhere, or to several documents.
  var unresolved: DocumentContext.Unresolved? {
    let items = references.sources.filter {
      $0.document == nil && !($0.isExternal && OutsideAddress.safe($0.reference) != nil)
    }.map { source in
      source.candidates.isEmpty
        ? source.reference
        : "\(source.reference) (\(source.candidates.joined(separator: ", ")))"
    }
    return items.isEmpty
      ? nil : DocumentContext.Unresolved(count: String(items.count), items: items)
  }
}
