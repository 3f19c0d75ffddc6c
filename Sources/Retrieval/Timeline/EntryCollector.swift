internal import Corpus
internal import Digest
internal import GRDB

/// Makes entries of hits, in their order.
struct EntryCollector {
  let database: Database
  let reader: PassageReader
  let compiled: CompiledLayers
  let relevance: ClaimRelevance
  let highlighter: Highlighter
  private(set) var entries: [TimelineEntry] = []
  /// Passages that say something and have no date.
  private(set) var undated: [Citation] = []
  private(set) var warnings: [String] = []
  private var chronicles: [PathKey: PageChronicle] = [:]
  /// Places of claims: two passages may share a sentence's end.
  private var seen: Set<Citation> = []

  init(
    database: Database, reader: PassageReader, compiled: CompiledLayers,
    relevance: ClaimRelevance, highlighter: Highlighter
  ) {
    self.database = database
    self.reader = reader
    self.compiled = compiled
    self.relevance = relevance
    self.highlighter = highlighter
  }

  mutating func add(_ hit: Hit) throws {
    if let day = hit.document.date, !compiled.contains(hit.document.layer) {
      entries.append(try entry(hit, TimeSpan(day)))
      return
    }
    guard let chronicle = try chronicle(of: hit.document) else { return }
    let claims = relevance.fitting(
      chronicle.claims.filter { $0.statement.bytes.overlaps(hit.bytes) }, of: hit.document)
    if !claims.isEmpty {
      for claim in claims { add(claim, hit) }
    } else if let day = try ownDate(of: hit.document) {
      entries.append(try entry(hit, TimeSpan(day)))
    } else {
      undated.append(hit.citation)
    }
  }

  // MARK: Claims

  /// What a page says and when, read once.
  private mutating func chronicle(of document: DocumentSummary) throws -> PageChronicle? {
    let key = PathKey(document.path)
    if let known = chronicles[key] { return known }
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT id, hash FROM document WHERE path = ?", arguments: [document.path])
    else { return nil }
    let bytes = try reader.file(document.path)
    let hash: String = try row.decode(atIndex: 1)
    guard SHA256Digest(of: bytes).hex == hash else {
      warnings.append("\(document.path) has changed since it was indexed (run footnote index)")
      return nil
    }
    let chronicle = PageChronicle(bytes, targets: try targets(of: try row.decode(atIndex: 0)))
    chronicles[key] = chronicle
    return chronicle
  }

  private func targets(of document: Int64) throws -> [Int: PageChronicle.Target] {
    var targets: [Int: PageChronicle.Target] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT position, kind, link.target, fragment, line, other.path, other.layer, other.date
        FROM link JOIN document AS other ON other.path = link.resolved WHERE link.document = ?
        """, arguments: [document])
    while let row = try rows.next() {
      let link = Link(
        kind: Link.Kind(rawValue: try row.decode(atIndex: 1)) ?? .markdown,
        target: try row.decode(atIndex: 2), fragment: try row.decode(atIndex: 3),
        line: try row.decode(atIndex: 4))
      let isCompiled = compiled.contains(try row.decode(atIndex: 6))
      targets[try row.decode(atIndex: 0)] = PageChronicle.Target(
        path: try row.decode(atIndex: 5), line: link.targetLine,
        date: isCompiled ? nil : CalendarDate(iso: try row.decode(atIndex: 7)))
    }
    return targets
  }

  /// The date that a page itself names, not the day on which it was made.
  private func ownDate(of document: DocumentSummary) throws -> CalendarDate? {
    let created = try String.fetchOne(
      database, sql: "SELECT created FROM document WHERE path = ?", arguments: [document.path])
    return created == document.date?.description ? nil : document.date
  }

  private mutating func add(_ claim: DatedClaim, _ hit: Hit) {
    let statement = claim.statement
    let path = hit.document.path
    let place = Citation(path: path, lines: statement.lines, bytes: statement.bytes)
    guard seen.insert(place).inserted else { return }
    let text = claim.text
    entries.append(
      TimelineEntry(
        kind: .statement, time: claim.time, document: hit.document,
        citation: Citation(path: path, lines: statement.lines), bytes: statement.bytes,
        headings: statement.headings, text: text, highlights: highlighter.ranges(in: text),
        score: hit.score, url: nil, sources: claim.sources, duplicates: []))
  }

  private func entry(_ hit: Hit, _ time: TimeSpan) throws -> TimelineEntry {
    // Without markup, as statements are.
    let text =
      try String.fetchOne(
        database,
        sql: """
          SELECT passage.text FROM passage JOIN document ON document.id = passage.document
          WHERE document.path = ? AND passage.first_byte = ?
          """, arguments: [hit.document.path, hit.bytes.lowerBound]) ?? hit.text
    return TimelineEntry(
      kind: .passage, time: time, document: hit.document, citation: hit.citation,
      bytes: hit.bytes, headings: hit.headings, text: text,
      highlights: highlighter.ranges(in: text),
      score: hit.score, url: hit.url, sources: [], duplicates: [])
  }
}
