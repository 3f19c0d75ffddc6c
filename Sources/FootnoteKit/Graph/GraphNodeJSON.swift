/// A document of the link graph, or a target that is missing, as JSON shows it.
public struct GraphNodeJSON: Codable, Sendable, Hashable {
  /// Of the document; of a missing target what links name.
  public var path: String
  /// Title of the document; of a missing target what links name.
  public var title: String
  /// Layer of the document; `nil` for a missing target.
  public var layer: String?
  /// Type of the document; `missing` for a missing target.
  public var type: String
  /// Day of the document.
  public var date: CalendarDate?
  /// Address of the document.
  public var url: String?
  /// Its first sentence.
  public var summary: String
  /// Number of other nodes that lead to it.
  public var incoming: Int
  /// Number of other nodes that it leads to.
  public var outgoing: Int
  /// The part that it belongs to: place in `GraphJSON.components`, from 0.
  public var component: Int
  /// Whether there is no such document.
  public var isMissing: Bool

  init(_ node: GraphNode, incoming: Int, outgoing: Int, component: Int) {
    path = node.path
    title = node.title
    layer = node.layer
    type = node.type
    date = node.date
    url = node.url
    summary = node.summary
    self.incoming = incoming
    self.outgoing = outgoing
    self.component = component
    isMissing = node.isMissing
  }

  enum CodingKeys: String, CodingKey {
    case path, title, layer, type, date, url, summary, incoming, outgoing, component
    case isMissing = "missing"
  }

  /// Absent values are written as `null`, since others read these keys.
  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(path, forKey: .path)
    try container.encode(title, forKey: .title)
    try container.encode(layer, forKey: .layer)
    try container.encode(type, forKey: .type)
    try container.encode(date, forKey: .date)
    try container.encode(url, forKey: .url)
    try container.encode(summary, forKey: .summary)
    try container.encode(incoming, forKey: .incoming)
    try container.encode(outgoing, forKey: .outgoing)
    try container.encode(component, forKey: .component)
    try container.encode(isMissing, forKey: .isMissing)
  }
}
