/// A hit, as JSON output shows it and as it is read back. `docs/json.md` names the keys.
public struct HitJSON: Codable, Sendable, Hashable {
  /// From 1.
  public var rank: Int
  /// Estimate of the probability that the passage is relevant, 0 ... 1, comparable between questions.
  public var score: Double
  /// Leads to the passage.
  public var citation: Citation
  /// Path of the document, relative to the root of the knowledge base; with several knowledge bases it
  /// begins with the name of one.
  public var path: String
  /// First and last line, from 1.
  public var lines: ClosedRange<Int>
  /// Bytes of the file, half-open.
  public var bytes: Range<Int>
  /// Layer of the document.
  public var layer: String
  /// Type of the document.
  public var type: String
  /// Title of the document.
  public var title: String
  /// Headings that the passage stands under, outermost first.
  public var headings: [String]
  /// Day of the document.
  public var date: CalendarDate?
  /// Address of the document; in a transcript with the second.
  public var url: String?
  /// Second of the recording.
  public var start: Double?
  /// First 8 hex digits of the sha256 of the cited bytes.
  public var hash: String
  /// The cited bytes as text.
  public var text: String
  /// Whether `text` has replacements for what is not UTF-8.
  public var isLossy: Bool
  /// The question's words in `text`: half-open ranges of Unicode scalars.
  public var highlights: [Range<Int>]
  /// Passages that repeat this one and were folded into it.
  public var duplicates: [Citation]
  /// Why it stands where it stands.
  public var signals: SignalsJSON
  /// Address that opens the place, where the JSON was made with `--link`.
  public var link: String?

  /// What is shown of `hit`; figures have six decimals.
  public init(_ hit: Hit) {
    rank = hit.rank
    score = hit.score.sixDecimals
    citation = hit.citation
    path = hit.document.path
    lines = hit.lines
    bytes = hit.bytes
    layer = hit.document.layer
    type = hit.document.type
    title = hit.document.title
    headings = hit.headings
    date = hit.document.date
    url = hit.url
    start = hit.start
    hash = hit.hash
    text = hit.text
    isLossy = hit.isLossy
    highlights = hit.highlights
    duplicates = hit.duplicates
    signals = SignalsJSON(hit.signals)
  }

  enum CodingKeys: String, CodingKey {
    case rank, score, citation, path, lines, bytes, layer, type, title, headings, date, url, start
    case hash, text, highlights, duplicates, signals, link
    case isLossy = "lossy"
  }

  /// Absent values are written as `null`, since others read these keys.
  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rank, forKey: .rank)
    try container.encode(score, forKey: .score)
    try container.encode(citation, forKey: .citation)
    try container.encode(path, forKey: .path)
    let link = link ?? encoder.link(to: path, line: lines.lowerBound)
    try container.encodeIfPresent(link, forKey: .link)
    try container.encode(lines, forKey: .lines)
    try container.encode(bytes, forKey: .bytes)
    try container.encode(layer, forKey: .layer)
    try container.encode(type, forKey: .type)
    try container.encode(title, forKey: .title)
    try container.encode(headings, forKey: .headings)
    try container.encode(date, forKey: .date)
    try container.encode(url, forKey: .url)
    try container.encode(start, forKey: .start)
    try container.encode(hash, forKey: .hash)
    try container.encode(text, forKey: .text)
    try container.encode(isLossy, forKey: .isLossy)
    try container.encode(highlights, forKey: .highlights)
    try container.encode(duplicates, forKey: .duplicates)
    try container.encode(signals, forKey: .signals)
  }
}
