public import Corpus
internal import GRDB

/// What answers say of a document.
public struct DocumentSummary: Sendable, Hashable {
  /// Relative to the root of the knowledge base; with several it begins with the name of one.
  public var path: String
  /// Name of its layer.
  public var layer: String
  /// Its type, such as `concept` or `post`.
  public var type: String
  /// From the front matter, the first heading, or the file's name.
  public var title: String
  /// The day that it is from.
  public var date: CalendarDate?
  /// Of front matter and text, `#` left out.
  public var tags: [String]
  /// Other names of the page.
  public var aliases: [String]
  /// Address of what it was made from.
  public var url: String?
  /// What the front matter names.
  public var language: String?

  /// The columns that `init(row:from:)` reads, in its order.
  static let columns = """
    document.path, document.layer, document.type, document.title, document.date, document.tags,
    document.aliases, document.url, document.language
    """
  static let columnCount = 9

  /// Reads `columns`, the first of which has the index `first`.
  ///
  /// - Throws: `RowDecodingError` where a value is of another type: a damaged or forged file.
  init(row: Row, from first: Int) throws {
    path = try row.decode(atIndex: first)
    layer = try row.decode(atIndex: first + 1)
    type = try row.decode(atIndex: first + 2)
    title = try row.decode(atIndex: first + 3)
    date = CalendarDate(iso: try row.decode(atIndex: first + 4))
    tags = JSONText.decode(try row.decode(atIndex: first + 5))
    aliases = JSONText.decode(try row.decode(atIndex: first + 6))
    url = try row.decode(atIndex: first + 7)
    language = try row.decode(atIndex: first + 8)
  }
}

extension CalendarDate {
  /// Reads `2025-07-06`.
  init?(iso text: String?) {
    guard let parts = text?.split(separator: "-").map({ Int($0) }), parts.count == 3,
      let year = parts[0], let month = parts[1], let day = parts[2]
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
