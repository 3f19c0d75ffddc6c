/// What leads from one document to another. Links of the same kind between the same two are one edge.
public struct GraphEdge: Sendable, Hashable {
  /// How a document leads to another.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Its text links to the page.
    case link
    /// Its front matter declares it as a source.
    case source
    /// Its text links to a raw document, or to a line of any.
    case citation
  }

  /// Places among the nodes of the graph.
  public var from: Int
  /// Place among the nodes of the graph.
  public var to: Int
  /// How one leads to the other.
  public var kind: Kind
  /// Number of links that it stands for, from 1.
  public var count: Int
  /// Lines of the target that are cited, from 1, ascending, each once.
  public var lines: [Int]
}
