public import Corpus
internal import GRDB

/// What answers say of a document.
public struct DocumentSummary: Sendable, Hashable {
  public var path: String
  public var layer: String
  public var type: String
  public var title: String
  public var date: CalendarDate?
  public var tags: [String]
  public var aliases: [String]
  public var url: String?
  public var language: String?

  /// The columns that `init(row:from:)` reads, in its order.
  static let columns = """
    document.path, document.layer, document.type, document.title, document.date, document.tags,
    document.aliases, document.url, document.language
    """
  static let columnCount = 9

  /// Reads `columns`, the first of which has the index `first`.
  init(row: Row, from first: Int) {
    path = row[first]
    layer = row[first + 1]
    type = row[first + 2]
    title = row[first + 3]
    date = CalendarDate(iso: row[first + 4] as String?)
    tags = JSONText.decode(row[first + 5] as String)
    aliases = JSONText.decode(row[first + 6] as String)
    url = row[first + 7]
    language = row[first + 8]
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
