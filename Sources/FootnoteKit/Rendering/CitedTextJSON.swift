/// What a citation leads to, as `show --format json` prints it.
public struct CitedTextJSON: Encodable, Sendable {
  private let cited: CitedText

  public init(_ cited: CitedText) {
    self.cited = cited
  }

  enum CodingKeys: String, CodingKey {
    case citation, state, reason, path, lines, layer, type, title, date, url, text, lossy, before,
      after, link
    case movedTo = "moved_to"
  }

  /// Absent values are written as `null`, since others read these keys.
  public func encode(to encoder: any Swift.Encoder) throws {
    let document = cited.document
    var movedTo: String?
    if case .moved(let place) = cited.state { movedTo = place.description }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(cited.citation.description, forKey: .citation)
    try container.encode(cited.state.name, forKey: .state)
    try container.encode(cited.reason, forKey: .reason)
    try container.encode(movedTo, forKey: .movedTo)
    let path = document?.path ?? cited.citation.path
    try container.encode(path, forKey: .path)
    try container.encode([cited.lines.lowerBound, cited.lines.upperBound], forKey: .lines)
    let link = encoder.link(to: path, line: cited.lines.lowerBound)
    try container.encodeIfPresent(link, forKey: .link)
    try container.encode(document?.layer, forKey: .layer)
    try container.encode(document?.type, forKey: .type)
    try container.encode(document?.title, forKey: .title)
    try container.encode(document?.date?.description, forKey: .date)
    try container.encode(document?.url, forKey: .url)
    try container.encode(cited.text, forKey: .text)
    try container.encode(cited.isLossy, forKey: .lossy)
    try container.encode(cited.before, forKey: .before)
    try container.encode(cited.after, forKey: .after)
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
