/// One markdown file of a knowledge base: what is known of it besides its text.
public struct Document: Sendable, Hashable {
  /// Relative to the root, parts separated by `/`.
  public var path: String
  /// Name of the layer that the file belongs to.
  public var layer: String
  /// `type:` of the front matter, else what the folder says (`concept`, `entity`, `method`,
  /// `source-summary`, …), else `transcript` where there are times, `post` where the date comes from
  /// the path of a raw file, `note` otherwise.
  public var type: String
  /// `title:`, else the first heading of level 1, else (for a wiki page or note) the file's name made
  /// readable, else the beginning of the first sentence.
  public var title: String
  /// `date:` (or `published:`), else the day that the path names, else `created:`.
  public var date: CalendarDate?
  /// When the page was made, as its front matter says.
  public var created: CalendarDate?
  /// When it was last changed, as its front matter says.
  public var updated: CalendarDate?
  /// Of front matter and text, `#` left out.
  public var tags: [String]
  /// Other names of the page, from the front matter.
  public var aliases: [String]
  /// Address of what it was made from.
  public var url: String?
  /// A BCP 47 tag from the front matter.
  public var language: String?
  /// The entries of `sources:`, as written.
  public var sources: [String]
  /// `author:`
  public var author: String?
  /// `channel:` of a recording.
  public var channel: String?
  /// Number of bytes of the file.
  public var size: Int
  /// sha256 of the file's bytes, 64 hex digits.
  public var hash: String

  /// A document of these parts.
  public init(
    path: String, layer: String, type: String, title: String, date: CalendarDate? = nil,
    created: CalendarDate? = nil, updated: CalendarDate? = nil, tags: [String] = [],
    aliases: [String] = [], url: String? = nil, language: String? = nil, sources: [String] = [],
    size: Int, hash: String, author: String? = nil, channel: String? = nil
  ) {
    self.path = path
    self.layer = layer
    self.type = type
    self.title = title
    self.date = date
    self.created = created
    self.updated = updated
    self.tags = tags
    self.aliases = aliases
    self.url = url
    self.language = language
    self.sources = sources
    self.size = size
    self.hash = hash
    self.author = author
    self.channel = channel
  }
}
