/// One entry of a timeline as an item of a list.
struct TimelineEntryMarkup: Sendable {
  let style: TypeStyle
  let links: DocumentLinks

  /// Characters of a passage that are shown; its citation leads to the rest.
  private static let longestText = 420

  func markup(_ entry: TimelineEntry) -> Markup {
    let document = entry.document
    let headings = entry.headings.filter { $0 != document.title }
    let trail = headings.isEmpty ? "" : " › " + headings.joined(separator: " › ")
    return """
      <li class="entry" data-type="\(document.type)"\(topics(of: document))>\
      \(Marker.svg(style.look(of: document.type)))
      <time datetime="\(entry.time.first.description)">\(PageText.time(entry.time))</time> \
      <small>\(document.type)</small>
      <h4>\(document.title)<small>\(trail)</small></h4>
      \(text(of: entry))\(place(of: entry))\(repetitions(of: entry))</li>

      """
  }

  private func topics(of document: DocumentSummary) -> Markup {
    if document.tags.isEmpty { return "" }
    // One tag a line; white space of an attribute is kept as it is only where it is written as a number.
    let tags = document.tags.enumerated().map { index, tag -> Markup in
      index == 0 ? "\(tag)" : "&#10;\(tag)"
    }
    return " data-topics=\"\(tags)\""
  }

  // MARK: Text

  private func text(of entry: TimelineEntry) -> Markup {
    if entry.text.isEmpty { return "" }
    let shown = ShownText(entry.text, marking: entry.highlights, limit: Self.longestText)
    let parts = shown.parts.map { part -> Markup in
      part.isMarked ? "<mark>\(part.text)</mark>" : "\(part.text)"
    }
    return "<p class=\"text\">\(parts)</p>\n"
  }

  // MARK: Places

  private func place(of entry: TimelineEntry) -> Markup {
    let own = entry.citation.map { link(to: $0) } ?? link(to: entry.document.path)
    let rests: Markup =
      entry.sources.isEmpty ? "" : ", from \(Self.joined(entry.sources.map { link(to: $0) }))"
    return "<p class=\"place\">\(own)\(rests)\(PageText.address(entry.url))</p>\n"
  }

  private func repetitions(of entry: TimelineEntry) -> Markup {
    if entry.duplicates.isEmpty { return "" }
    let items = entry.duplicates.map { "<li>\(link(to: $0))</li>\n" as Markup }
    let count = entry.duplicates.count
    let heading = count == 1 ? "1 more says the same" : "\(count) more say the same"
    return "<details><summary>\(heading)</summary><ul>\n\(items)</ul></details>\n"
  }

  private func link(to citation: Citation) -> Markup {
    let target = links.reference(to: citation.path, line: citation.lines.lowerBound)
    guard let target else { return "<code>\(citation.description)</code>" }
    return "<a href=\"\(target)\">\(citation.description)</a>"
  }

  private func link(to path: String) -> Markup {
    guard let target = links.reference(to: path) else { return "<code>\(path)</code>" }
    return "<a href=\"\(target)\">\(path)</a>"
  }

  private static func joined(_ pieces: [Markup]) -> Markup {
    "\(pieces.enumerated().map { $0.offset == 0 ? $0.element : ", \($0.element)" as Markup })"
  }
}
