internal import FootnoteKit

/// A timeline, for a model to read.
struct TimelineBlock {
  let timeline: Timeline

  var text: String {
    let quotation = Quotation(of: timeline.entries.map(content))
    var head = [quotation.notice]
    head.append(
      timeline.entries.isEmpty
        ? "Nothing found; try other words or fewer filters, or the tool ask."
        : "\(timeline.entries.count) entries in the order of time")
    if timeline.omitted > 0 { head.append("\(timeline.omitted) less relevant ones are left out.") }
    if timeline.question != nil, !timeline.undated.isEmpty {
      let places = RepetitionList.text(of: timeline.undated.map(\.oneLine))
      head.append("Found, but without a date: \(places)")
    }
    head += timeline.warnings.map { "Note: \($0.oneLine)" }
    let entries = timeline.entries.map { block(of: $0, quotation) }
    return ([head.joined(separator: "\n")] + entries).joined(separator: "\n\n")
  }

  /// All that comes from the file.
  private func content(of entry: TimelineEntry) -> String {
    let place = ([entry.document.title] + entry.headings).map(\.oneLine).filter { !$0.isEmpty }
    let head = place.joined(separator: " › ") + " (\(entry.document.type.oneLine))"
    return ([head] + [entry.url?.oneLine].compactMap(\.self) + [entry.text])
      .joined(separator: "\n")
  }

  private func block(of entry: TimelineEntry, _ quotation: Quotation) -> String {
    let place = entry.citation?.description ?? entry.document.path.oneLine
    var lines = [
      "\(entry.time.description), \(entry.kind.rawValue), \(place)",
      quotation.quoted(content(of: entry)),
    ]
    if !entry.sources.isEmpty {
      lines.append("From \(RepetitionList.text(of: entry.sources.map(\.description))).")
    }
    if !entry.duplicates.isEmpty {
      let places = RepetitionList.text(of: entry.duplicates.map(\.description))
      lines.append("The same is said in \(places).")
    }
    return lines.joined(separator: "\n")
  }
}
