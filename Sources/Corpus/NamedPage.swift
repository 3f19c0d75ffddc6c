/// The names by which a document can be linked to.
public struct NamedPage: Sendable, Hashable {
  /// Relative to the root.
  public var path: String
  /// Title of the page.
  public var title: String
  /// Other names of the page.
  public var aliases: [String]
  /// Address of what it was made from.
  public var url: String?

  /// A page with its names.
  public init(path: String, title: String, aliases: [String] = [], url: String? = nil) {
    self.path = path
    self.title = title
    self.aliases = aliases
    self.url = url
  }

  /// The names of a document.
  public init(_ document: Document) {
    self.init(
      path: document.path, title: document.title, aliases: document.aliases, url: document.url)
  }
}
