/// Which part of the link graph is wanted.
public struct GraphOptions: Sendable, Hashable {
  /// Names of layers and of types, upper and lower case alike; all where empty.
  public var layers: [String]
  /// Types of documents that are shown; empty for all.
  public var types: [String]
  /// Name or path of a page, to have only what is near it.
  public var around: String?
  /// How many steps from that page, from 0; the way leads through documents of the wanted layers and types
  /// alone.
  public var depth: Int
  /// Whether targets that are missing are nodes too.
  public var includesMissing: Bool
  /// Whether the catalogue and the log, which link to everything, take part.
  public var includesLists: Bool

  /// The whole graph, as far as nothing else is given.
  public init(
    layers: [String] = [], types: [String] = [], around: String? = nil, depth: Int = 1,
    includesMissing: Bool = false, includesLists: Bool = false
  ) {
    self.layers = layers
    self.types = types
    self.around = around
    self.depth = depth
    self.includesMissing = includesMissing
    self.includesLists = includesLists
  }
}
