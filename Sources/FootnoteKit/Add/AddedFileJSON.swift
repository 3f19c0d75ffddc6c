/// A file that an import wrote, as JSON shows it.
public struct AddedFileJSON: Codable, Sendable, Hashable {
  /// Of the new file.
  public var path: String
  /// What it was made from, as it was named.
  public var source: String
  /// Title of the document.
  public var title: String
  /// Author of the document.
  public var author: String?
  /// Day of the document.
  public var date: CalendarDate
  /// Who says so: raw value of a `DateOrigin`.
  public var dateOrigin: String
  /// Type of the document.
  public var type: String
  /// Address of the document.
  public var url: String?
  /// Language of the document.
  public var language: String?
  /// Channel of a recording.
  public var channel: String?
  /// Number of pages of a PDF.
  public var pages: Int?
  /// Identifiers of the posts in it.
  public var posts: [String]
  /// Size of the new file.
  public var bytes: Int

  init(_ file: AddedFile) {
    let fields = file.fields
    path = file.path
    source = file.source
    title = fields.title
    author = fields.author
    date = fields.date
    dateOrigin = fields.dateOrigin.rawValue
    type = fields.type
    url = fields.url
    language = fields.language
    channel = fields.channel
    pages = fields.pages
    posts = fields.posts
    bytes = file.size
  }

  enum CodingKeys: String, CodingKey {
    case path, source, title, author, date, type, url, language, channel, pages, posts, bytes
    case dateOrigin = "date_from"
  }

  /// Absent values are written as `null`, since others read these keys.
  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(path, forKey: .path)
    try container.encode(source, forKey: .source)
    try container.encode(title, forKey: .title)
    try container.encode(author, forKey: .author)
    try container.encode(date, forKey: .date)
    try container.encode(dateOrigin, forKey: .dateOrigin)
    try container.encode(type, forKey: .type)
    try container.encode(url, forKey: .url)
    try container.encode(language, forKey: .language)
    try container.encode(channel, forKey: .channel)
    try container.encode(pages, forKey: .pages)
    try container.encode(posts, forKey: .posts)
    try container.encode(bytes, forKey: .bytes)
  }
}
