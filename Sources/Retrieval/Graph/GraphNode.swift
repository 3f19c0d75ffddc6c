public import Corpus

/// A document of the graph, or a target that no document stands behind.
public struct GraphNode: Sendable, Hashable {
  /// Path of the document; of a missing target, what links to it name.
  public var path: String
  public var title: String
  /// `nil` for a missing target.
  public var layer: String?
  public var type: String
  public var date: CalendarDate?
  public var url: String?
  /// Its first sentence; empty where it has none.
  public var summary: String

  /// What the type of a missing target is called.
  static let missingType = "missing"

  init(
    path: String, title: String, layer: String? = nil, type: String = Self.missingType,
    date: CalendarDate? = nil, url: String? = nil, summary: String = ""
  ) {
    self.path = path
    self.title = title
    self.layer = layer
    self.type = type
    self.date = date
    self.url = url
    self.summary = summary
  }

  public var isMissing: Bool { layer == nil }
}
