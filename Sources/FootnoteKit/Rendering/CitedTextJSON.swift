/// What a citation leads to, as `show --format json` prints it and as it is read back. `docs/json.md` names
/// the keys.
public struct CitedTextJSON: Codable, Sendable, Hashable {
  /// As it was given.
  public var citation: Citation
  /// `unchecked` (without a hash), `current`, `moved` or `gone`.
  public var state: String
  /// Why the text is gone.
  public var reason: String?
  /// Where the text stands now.
  public var movedTo: Citation?
  /// Path of the file that `text` is from.
  public var path: String
  /// Lines of `text` in that file, from 1.
  public var lines: ClosedRange<Int>
  /// Layer of the document; `nil` where the file is not indexed.
  public var layer: String?
  /// Type of the document.
  public var type: String?
  /// Title of the document.
  public var title: String?
  /// Day of the document.
  public var date: CalendarDate?
  /// Address of the document.
  public var url: String?
  /// What stands there now.
  public var text: String
  /// Whether `text` has replacements for what is not UTF-8.
  public var isLossy: Bool
  /// Lines before.
  public var before: [String]
  /// Lines after.
  public var after: [String]
  /// Address that opens the place, where the JSON was made with `--link`.
  public var link: String?

  /// What is shown of `cited`.
  public init(_ cited: CitedText) {
    let document = cited.document
    citation = cited.citation
    state = cited.state.name
    reason = cited.reason
    if case .moved(let place) = cited.state { movedTo = place }
    path = document?.path ?? cited.citation.path
    lines = cited.lines
    layer = document?.layer
    type = document?.type
    title = document?.title
    date = document?.date
    url = document?.url
    text = cited.text
    isLossy = cited.isLossy
    before = cited.before
    after = cited.after
  }

  enum CodingKeys: String, CodingKey {
    case citation, state, reason, path, lines, layer, type, title, date, url, text, before, after
    case link
    case movedTo = "moved_to"
    case isLossy = "lossy"
  }

  /// Absent values are written as `null`, since others read these keys.
  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(citation, forKey: .citation)
    try container.encode(state, forKey: .state)
    try container.encode(reason, forKey: .reason)
    try container.encode(movedTo, forKey: .movedTo)
    try container.encode(path, forKey: .path)
    let link = link ?? encoder.link(to: path, line: lines.lowerBound)
    try container.encodeIfPresent(link, forKey: .link)
    try container.encode(lines, forKey: .lines)
    try container.encode(layer, forKey: .layer)
    try container.encode(type, forKey: .type)
    try container.encode(title, forKey: .title)
    try container.encode(date, forKey: .date)
    try container.encode(url, forKey: .url)
    try container.encode(text, forKey: .text)
    try container.encode(isLossy, forKey: .isLossy)
    try container.encode(before, forKey: .before)
    try container.encode(after, forKey: .after)
  }
}

extension CitedText.State {
  /// One word, as JSON and people read it.
  public var name: String {
    switch self {
    case .unchecked: "unchecked"
    case .current: "current"
    case .moved: "moved"
    case .gone: "gone"
    }
  }
}
