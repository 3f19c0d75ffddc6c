/// A timeline as a page for people: one HTML file that needs no other and no network, reads without its
/// script, and prints.
///
///     let page = TimelinePage(timeline, name: "notes").html
public struct TimelinePage: Sendable {
  private let timeline: Timeline
  private let name: String
  private let groups: TimelineGroups
  private let style: TypeStyle
  private let entries: TimelineEntryMarkup

  /// - Parameters:
  ///   - timeline: What is shown.
  ///   - name: Of the knowledge base.
  ///   - links: Where the page leads to for documents.
  public init(_ timeline: Timeline, name: String, links: DocumentLinks = .none) {
    self.timeline = timeline
    self.name = name
    groups = TimelineGroups(timeline.entries)
    style = TypeStyle(of: timeline.entries.map(\.document.type))
    entries = TimelineEntryMarkup(style: style, links: links)
  }

  /// The whole page.
  public var html: String {
    let frame = PageFrame(
      title: title, style: PageResource.timelineStyle, script: PageResource.timelineScript)
    return frame.page(
      """
      \(header)<main>
      \(groups.years.map(year))</main>
      \(footer)
      """)
  }

  private var title: String { timeline.question ?? "Timeline of \(name)" }

  // MARK: Header

  private var header: Markup {
    """
    <header>
    <h1>\(title)</h1>
    <p class="quiet">\(summary)</p>
    \(remarks)\(filters)\(contents)</header>

    """
  }

  private var summary: String {
    let count = timeline.entries.count
    let noun = timeline.question == nil ? "document" : "entr"
    let counted =
      noun == "entr" ? "\(count) \(count == 1 ? "entry" : "entries")" : PageText.count(count, noun)
    guard let first = timeline.entries.first, let last = timeline.entries.map(\.time.last).max(),
      let span = TimeSpan(from: first.time.first, to: last)
    else { return counted }
    return "\(counted) from \(name), \(PageText.day(span.first)) to \(PageText.day(span.last))"
  }

  private var remarks: Markup {
    var remarks = timeline.warnings
    if timeline.omitted > 0 { remarks.append("\(timeline.omitted) further ones are not shown.") }
    if timeline.answerable.map({ $0 < SearchResponse.leastAnswerable }) == true {
      remarks.append("The knowledge base does not seem to answer this; these come nearest.")
    }
    return "\(remarks.map { "<p class=\"quiet\">\($0)</p>\n" as Markup })"
  }

  private var filters: Markup {
    let types = Dictionary(timeline.entries.map { ($0.document.type, 1) }, uniquingKeysWith: +)
    let names = types.keys.sorted { (types[$1] ?? 0, $0) < (types[$0] ?? 0, $1) }
    let choices = names.map { name -> Markup in
      """
      <label><input type="checkbox" name="type" value="\(name)" checked>\
      \(Marker.svg(style.look(of: name))) \(name) <small>\(types[name] ?? 0)</small></label>

      """
    }
    return """
      <form id="filters" hidden>
      <fieldset><legend>Types</legend><div class="choices">
      \(choices)</div></fieldset>
      <div class="row">
      \(topics)<label class="field">Words <input type="search" name="words" autocomplete="off"></label>
      <button type="reset">Show all</button>
      </div>
      <p id="said" class="quiet" role="status"></p>
      </form>

      """
  }

  /// A choice of the tags that documents have.
  private var topics: Markup {
    let counts = Dictionary(
      timeline.entries.flatMap { Set($0.document.tags) }.map { ($0, 1) }, uniquingKeysWith: +)
    if counts.isEmpty { return "" }
    let options = counts.keys.sorted().map { tag -> Markup in
      "<option value=\"\(tag)\">\(tag) (\(counts[tag] ?? 0))</option>\n"
    }
    return """
      <label class="field">Topic <select name="topic">
      <option value="">all</option>
      \(options)</select></label>

      """
  }

  private var contents: Markup {
    if groups.years.count < 2 { return "" }
    let items = groups.years.map { year -> Markup in
      let count = year.months.reduce(0) { $0 + $1.entries.count }
      return
        "<li><a href=\"#y\(year.year)\">\(String(year.year))</a> <small>\(count)</small></li>\n"
    }
    return "<nav aria-label=\"Years\"><ul>\n\(items)</ul></nav>\n"
  }

  // MARK: Entries

  private func year(_ year: TimelineGroups.Year) -> Markup {
    """
    <section class="year">
    <h2 id="y\(year.year)">\(String(year.year))</h2>
    \(year.months.map { month($0, of: year.year) })</section>

    """
  }

  private func month(_ month: TimelineGroups.Month, of year: Int) -> Markup {
    let name = month.month.map { "\(PageText.month($0)) \(year)" }
    let heading: Markup = name.map { "<h3>\($0)</h3>\n" } ?? ""
    return """
      <section class="month">
      \(heading)<ol>
      \(month.entries.map(entries.markup))</ol>
      </section>

      """
  }

  // MARK: Footer

  private var footer: Markup {
    if timeline.undated.isEmpty { return "" }
    let items = timeline.undated.map { "<li><code>\($0)</code></li>\n" as Markup }
    return """
      <footer id="undated">
      <h2>Without a date</h2>
      <ul>
      \(items)</ul>
      </footer>
      """
  }
}
