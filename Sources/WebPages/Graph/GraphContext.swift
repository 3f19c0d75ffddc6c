/// What `graph.mustache` reads, as `graph`.
struct GraphContext: Sendable {
  struct TypeChoice: Sendable {
    /// Unique in the page.
    var id: String
    var name: String
    var count: String
    var shape: String
    /// Whether its documents are sources.
    var raw: Bool
    var checked: Bool
  }

  struct Item: Sendable {
    var href: String
    var text: String
    /// Number of documents that it is joined to.
    var degree: String?
  }

  struct Group: Sendable {
    var name: String
    var items: [Item]
    var count: String
  }

  var find: String
  /// Path of the page to select.
  var focus: String?
  /// Names of the knowledge bases, where there are several.
  var bases: ListContext<String>?
  var nodesText: String
  var edgesText: String
  var types: [TypeChoice]
  var listOpen: Bool
  var groups: [Group]
}
