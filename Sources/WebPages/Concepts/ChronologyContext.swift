internal import FootnoteKit

/// The sources of a concept in the order of their dates.
struct ChronologyContext: Sendable {
  struct Entry: Sendable {
    var iso: String
    /// Without the year.
    var day: String
    var text: String
    var lang: String?
    var href: String
    var evidence: String
  }

  struct Year: Sendable {
    var year: String
    var items: [Entry]
  }

  var years: [Year]

  /// - Parameter sources: With their dates, oldest first.
  /// - Returns: `nil` where there are none.
  init?(_ sources: [(source: ConceptSource, date: CalendarDate)]) {
    if sources.isEmpty { return nil }
    years = []
    for (source, date) in sources {
      if years.last?.year != "\(date.year)" { years.append(Year(year: "\(date.year)", items: [])) }
      let title = HitContext.title(of: source.document)
      years[years.count - 1].items.append(
        Entry(
          iso: date.description, day: "\(date.day) \(DateContext.month(date.month))", text: title,
          lang: LanguageTag.tag(of: title, declared: source.document.language),
          href: SourceContext.address(of: source),
          evidence: source.evidence.prefix(2).map(\.rawValue).joined(separator: ", ")))
    }
  }
}
