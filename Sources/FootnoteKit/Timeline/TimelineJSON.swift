/// A timeline, as `timeline --format json` prints it.
public struct TimelineJSON: Encodable, Sendable {
  struct EntryJSON: Encodable, Sendable {
    let entry: TimelineEntry

    enum CodingKeys: String, CodingKey {
      case kind, date, until, precision, path, citation, bytes, title, layer, type, headings, tags,
        text
      case score, url, sources, duplicates, link
    }

    func encode(to encoder: any Swift.Encoder) throws {
      let document = entry.document
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(entry.kind.rawValue, forKey: .kind)
      try container.encode(entry.time.first.description, forKey: .date)
      try container.encode(entry.time.last.description, forKey: .until)
      try container.encode(entry.time.precision.rawValue, forKey: .precision)
      try container.encode(document.path, forKey: .path)
      let line = entry.citation?.lines.lowerBound
      try container.encodeIfPresent(encoder.link(to: document.path, line: line), forKey: .link)
      try container.encode(entry.citation?.description, forKey: .citation)
      let bytes = entry.bytes.map { [$0.lowerBound, $0.upperBound] }
      try container.encode(bytes, forKey: .bytes)
      try container.encode(document.title, forKey: .title)
      try container.encode(document.layer, forKey: .layer)
      try container.encode(document.type, forKey: .type)
      try container.encode(entry.headings, forKey: .headings)
      try container.encode(document.tags, forKey: .tags)
      try container.encode(entry.text, forKey: .text)
      try container.encode(entry.score.map(Self.rounded), forKey: .score)
      try container.encode(entry.url, forKey: .url)
      try container.encode(entry.sources.map(\.description), forKey: .sources)
      try container.encode(entry.duplicates.map(\.description), forKey: .duplicates)
    }

    /// Six decimals: more are noise that changes between processors.
    private static func rounded(_ value: Double) -> Double {
      (value * 1e6).rounded() / 1e6
    }
  }

  private let timeline: Timeline

  public init(_ timeline: Timeline) {
    self.timeline = timeline
  }

  enum CodingKeys: String, CodingKey {
    case query, answerable, corrections, entries, undated, omitted, weak, warnings
  }

  /// Absent values are written as `null`, since others read these keys.
  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(timeline.question, forKey: .query)
    try container.encode(timeline.answerable, forKey: .answerable)
    try container.encode(timeline.corrections, forKey: .corrections)
    try container.encode(timeline.entries.map(EntryJSON.init), forKey: .entries)
    try container.encode(timeline.undated, forKey: .undated)
    try container.encode(timeline.omitted, forKey: .omitted)
    try container.encode(timeline.weak, forKey: .weak)
    try container.encode(timeline.warnings, forKey: .warnings)
  }
}
