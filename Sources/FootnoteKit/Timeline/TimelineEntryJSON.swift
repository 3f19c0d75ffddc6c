/// A document, passage or statement of a timeline, as JSON shows it.
public struct TimelineEntryJSON: Codable, Sendable, Hashable {
  /// What it is.
  public var kind: TimelineEntry.Kind
  /// First day.
  public var date: CalendarDate
  /// Last day.
  public var until: CalendarDate
  /// How exactly the time is known.
  public var precision: TimeSpan.Precision
  /// Path of the document.
  public var path: String
  /// Of the passage, or of the lines of the statement; `nil` for a document.
  public var citation: Citation?
  /// Bytes of passage or statement in the file, half-open; `nil` for a document.
  public var bytes: Range<Int>?
  /// Title of the document.
  public var title: String
  /// Layer of the document.
  public var layer: String
  /// Type of the document.
  public var type: String
  /// Headings that it stands under, outermost first.
  public var headings: [String]
  /// Tags of the document.
  public var tags: [String]
  /// Without markup; of a document its first sentence; part of a sentence has ellipses.
  public var text: String
  /// Of the passage, as in a hit, 0 ... 1; `nil` for a document.
  public var score: Double?
  /// Address of the document; in a transcript with the second.
  public var url: String?
  /// Lines that the statement rests on.
  public var sources: [Citation]
  /// Statements and passages that say the same and were folded into it.
  public var duplicates: [Citation]
  /// Address that opens the place, where the JSON was made with `--link`.
  public var link: String?

  init(_ entry: TimelineEntry) {
    kind = entry.kind
    date = entry.time.first
    until = entry.time.last
    precision = entry.time.precision
    path = entry.document.path
    citation = entry.citation
    bytes = entry.bytes
    title = entry.document.title
    layer = entry.document.layer
    type = entry.document.type
    headings = entry.headings
    tags = entry.document.tags
    text = entry.text
    score = entry.score?.sixDecimals
    url = entry.url
    sources = entry.sources
    duplicates = entry.duplicates
  }

  enum CodingKeys: String, CodingKey {
    case kind, date, until, precision, path, citation, bytes, title, layer, type, headings, tags
    case text, score, url, sources, duplicates, link
  }

  /// Absent values are written as `null`, since others read these keys.
  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(date, forKey: .date)
    try container.encode(until, forKey: .until)
    try container.encode(precision, forKey: .precision)
    try container.encode(path, forKey: .path)
    let link = link ?? encoder.link(to: path, line: citation?.lines.lowerBound)
    try container.encodeIfPresent(link, forKey: .link)
    try container.encode(citation, forKey: .citation)
    try container.encode(bytes, forKey: .bytes)
    try container.encode(title, forKey: .title)
    try container.encode(layer, forKey: .layer)
    try container.encode(type, forKey: .type)
    try container.encode(headings, forKey: .headings)
    try container.encode(tags, forKey: .tags)
    try container.encode(text, forKey: .text)
    try container.encode(score, forKey: .score)
    try container.encode(url, forKey: .url)
    try container.encode(sources, forKey: .sources)
    try container.encode(duplicates, forKey: .duplicates)
  }
}
