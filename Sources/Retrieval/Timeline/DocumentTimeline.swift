internal import Corpus
internal import GRDB

/// Puts the documents of one state of the index in the order of time. Opens no file.
struct DocumentTimeline {
  let database: Database
  let options: TimelineOptions

  /// Characters of a text.
  private static let longestText = 240
  private static let longestOpening = 1_000

  func timeline() throws -> Timeline {
    var timeline = Timeline(question: nil)
    let compiled = try CompiledLayers(in: database)
    let sources = try timesOfSources()
    let statements = try timesOfStatements(compiled)
    let test = DocumentTest(options.filter)
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT document.id, document.created, substr(passage.text, 1, ?), \(DocumentSummary.columns)
        FROM document
        LEFT JOIN passage ON passage.document = document.id AND passage.ordinal = 0
        ORDER BY document.path
        """, arguments: [Self.longestOpening])
    while let row = try rows.next() {
      let id: Int64 = try row.decode(atIndex: 0)
      let document = try DocumentSummary(row: row, from: 3)
      guard Self.isWanted(document, test) else { continue }
      var time = document.date.map { TimeSpan($0) }
      if compiled.contains(document.layer) {
        // The day on which a page was made is not that of what it says.
        if document.date?.description == (try row.decode(String?.self, atIndex: 1)) { time = nil }
        time = time ?? statements[id].map { sources.cited[id]?.joined(with: $0) ?? $0 }
        time = time ?? sources.cited[id] ?? sources.declared[id]
      }
      guard let time else {
        timeline.undated.append(document.path)
        continue
      }
      let opening: String? = try row.decode(atIndex: 2)
      if options.includes(time) {
        timeline.entries.append(Self.entry(document, time, opening: opening ?? ""))
      }
    }
    timeline.sort()
    timeline.keepLatest(options.limit)
    return timeline
  }

  private static func isWanted(_ document: DocumentSummary, _ test: DocumentTest) -> Bool {
    !NavigationalText.isCatalogue(type: document.type, path: document.path)
      && test.fits(
        DocumentTest.Subject(
          layer: document.layer, type: document.type, tags: document.tags, path: document.path,
          date: document.date))
  }

  private static func entry(
    _ document: DocumentSummary, _ time: TimeSpan, opening: String
  ) -> TimelineEntry {
    TimelineEntry(
      kind: .document, time: time, document: document, citation: nil, bytes: nil, headings: [],
      text: TitleMaker.beginning(of: opening, limit: longestText), highlights: [], score: nil,
      url: document.url, sources: [], duplicates: [])
  }

  // MARK: Times of pages

  /// From the earliest to the latest source that each document cites, and that it declares.
  private func timesOfSources() throws -> (cited: [Int64: TimeSpan], declared: [Int64: TimeSpan]) {
    func times(_ table: String) throws -> [Int64: TimeSpan] {
      var times: [Int64: TimeSpan] = [:]
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT \(table).document, min(target.date), max(target.date) FROM \(table)
          JOIN document AS target ON target.path = \(table).resolved
          WHERE target.layer = 'raw' AND target.date IS NOT NULL GROUP BY \(table).document
          """)
      while let row = try rows.next() {
        guard let first = CalendarDate(iso: try row.decode(atIndex: 1)),
          let last = CalendarDate(iso: try row.decode(atIndex: 2))
        else { continue }
        times[try row.decode(atIndex: 0)] = TimeSpan(from: first, to: last)
      }
      return times
    }
    return (try times("link"), try times("source"))
  }

  /// From the earliest to the latest day or month that each compiled page states.
  private func timesOfStatements(_ compiled: CompiledLayers) throws -> [Int64: TimeSpan] {
    var times: [Int64: TimeSpan] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT passage.document, document.layer, passage.text FROM passage
        JOIN document ON document.id = passage.document
        JOIN passage_statistics ON passage_statistics.passage = passage.id
        WHERE document.layer <> 'raw' AND NOT passage_statistics.navigational
        """)
    while let row = try rows.next() {
      guard compiled.contains(try row.decode(atIndex: 1)) else { continue }
      let id: Int64 = try row.decode(atIndex: 0)
      for time in StatedTime.all(in: try row.decode(atIndex: 2)) where !time.isOfYears {
        times[id] = times[id]?.joined(with: time.span) ?? time.span
      }
    }
    return times
  }
}

extension Timeline {
  /// Leaves out all but the latest entries.
  mutating func keepLatest(_ limit: Int?) {
    guard let limit, entries.count > limit else { return }
    omitted = entries.count - limit
    entries = Array(entries.suffix(limit))
  }
}
