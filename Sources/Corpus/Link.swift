/// A link from a document to something else, as written.
public struct Link: Sendable, Hashable {
  /// How a link is written.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// `[[page]]`
    case wikilink
    /// `![[page]]`
    case embed
    /// `[text](target)`, reference links and autolinks to files included.
    case markdown
  }

  /// How it is written.
  public var kind: Kind
  /// The page or path that is named, percent-decoded for a markdown link, without heading or block id;
  /// empty for a link within the same document.
  public var target: String
  /// What follows `#`: a heading, a block (`^id`) or an anchor such as `L9`.
  public var fragment: String?
  /// The text that is shown instead of the target.
  public var shownText: String?
  /// 1-based line on which the link starts.
  public var line: Int

  /// A link of these parts.
  public init(
    kind: Kind, target: String, fragment: String? = nil, shownText: String? = nil, line: Int
  ) {
    self.kind = kind
    self.target = target
    self.fragment = fragment
    self.shownText = shownText
    self.line = line
  }
}
