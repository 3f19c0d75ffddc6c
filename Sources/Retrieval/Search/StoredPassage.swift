internal import Foundation
internal import GRDB

/// A passage as the index holds it, with its document.
struct StoredPassage {
  var id: Int64
  var headings: [String]
  var lines: ClosedRange<Int>
  var bytes: Range<Int>
  var isPartial: Bool
  var start: Double?
  /// sha256 of the cited bytes.
  var digest: [UInt8]
  /// What is scored: without markup.
  var text: String
  var document: DocumentSummary

  static let columns = """
    passage.id, passage.headings, passage.first_line, passage.last_line, passage.first_byte,
    passage.end_byte, passage.partial, passage.start, passage.digest, passage.text,
    \(DocumentSummary.columns)
    """
  static let tables = "passage JOIN document ON document.id = passage.document"

  /// `nil` where there is no such passage (any more).
  init?(_ id: Int64, in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "SELECT \(Self.columns) FROM \(Self.tables) WHERE passage.id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    self.init(row: row)
  }

  /// Reads `columns`.
  init(row: Row) {
    id = row[0]
    headings = JSONText.decode(row[1] as String)
    let (first, last) = (row[2] as Int, row[3] as Int)
    lines = first...max(first, last)
    let (start, end) = (row[4] as Int, row[5] as Int)
    bytes = start..<max(start, end)
    isPartial = row[6]
    self.start = row[7]
    digest = Array(row[8] as Data)
    text = row[9]
    document = DocumentSummary(row: row, from: 10)
  }

  var citation: Citation {
    Citation(path: document.path, lines: lines, bytes: isPartial ? bytes : nil)
  }
}
