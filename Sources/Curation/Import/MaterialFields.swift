public import Corpus

/// What the front matter of an imported file says.
public struct MaterialFields: Sendable, Hashable {
  /// Title of the document.
  public var title: String
  /// Author of the document.
  public var author: String?
  /// Day of the document.
  public var date: CalendarDate
  /// Who says so.
  public var dateOrigin: DateOrigin
  /// Type of the document.
  public var type: String
  /// Address of the source.
  public var url: String?
  /// A BCP 47 tag.
  public var language: String?
  /// Channel of a recording.
  public var channel: String?
  /// Number of pages of a PDF.
  public var pages: Int?
  /// Name of the file that the text comes from.
  public var file: String
  /// Identifiers of posts, by which they are recognised when they come again.
  public var posts: [String]

  /// The keys and values in the order in which they are written. What is not known is left out.
  func entries(imported: CalendarDate) -> [(key: String, value: FrontMatterText.Value)] {
    var entries: [(String, FrontMatterText.Value)] = [("title", .text(title))]
    if let author { entries.append(("author", .text(author))) }
    entries.append(("date", .plain(date.description)))
    entries.append(("type", .text(type)))
    if let url { entries.append(("url", .text(url))) }
    if let language { entries.append(("language", .text(language))) }
    if let channel { entries.append(("channel", .text(channel))) }
    if let pages { entries.append(("pages", .plain(String(pages)))) }
    if !posts.isEmpty { entries.append(("posts", .list(posts))) }
    entries.append(("file", .text(file)))
    entries.append(("imported", .plain(imported.description)))
    return entries
  }
}
