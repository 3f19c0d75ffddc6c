public import Corpus

/// A document of the graph, or a target that no document stands behind.
public struct GraphNode: Sendable, Hashable {
  /// Path of the document; of a missing target, what links to it name.
  public var path: String
  /// Title of the document; of a missing target, what links name.
  public var title: String
  /// `nil` for a missing target.
  public var layer: String?
  /// Type of the document.
  public var type: String
  /// Day of the document.
  public var date: CalendarDate?
  /// Address of the document.
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

  /// Whether no document stands behind it.
  public var isMissing: Bool { layer == nil }
}
