/// All that `DocumentParser` finds in a file.
public struct ParsedDocument: Sendable, Hashable {
  /// Title, date, tags and so on.
  public var document: Document
  /// In the order of the file; they never overlap.
  public var passages: [Passage]
  /// In the order of the file, code left out; links to other hosts are not among them.
  public var links: [Link]
  /// What could not be taken as written.
  public var issues: [DocumentIssue]
  /// The blocks that have a name (` ^name` at the end of a line), with the 1-based line of the name.
  public var blockIDs: [String: Int]
  /// In the order of the file.
  public var headings: [Heading]
  /// The first paragraph, or what there is of it within a few thousand characters, as plain text; lists,
  /// tables and quotes only where there is no other. Empty where nothing is said.
  public var opening: String
  /// The front matter as it is written.
  package var frontMatter: FrontMatter

  /// A document of these parts.
  public init(
    document: Document, passages: [Passage], links: [Link], issues: [DocumentIssue],
    blockIDs: [String: Int] = [:], headings: [Heading] = [], opening: String = ""
  ) {
    self.document = document
    self.passages = passages
    self.links = links
    self.issues = issues
    self.blockIDs = blockIDs
    self.headings = headings
    self.opening = opening
    frontMatter = .none
  }
}
