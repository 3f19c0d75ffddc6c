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
    try self.init(row: row)
  }

  /// Reads `columns`.
  ///
  /// - Throws: `RowDecodingError`, `DatabaseError` for values that no index has: a damaged or forged file.
  init(row: Row) throws {
    id = try row.decode(atIndex: 0)
    headings = JSONText.decode(try row.decode(atIndex: 1))
    lines = try Self.lines(row.decode(atIndex: 2), row.decode(atIndex: 3))
    bytes = try Self.bytes(row.decode(atIndex: 4), row.decode(atIndex: 5))
    isPartial = try row.decode(atIndex: 6)
    start = try row.decode(atIndex: 7)
    digest = Array(try row.decode(Data.self, atIndex: 8))
    text = try row.decode(atIndex: 9)
    document = try DocumentSummary(row: row, from: 10)
  }

  private static func lines(_ first: Int, _ last: Int) throws -> ClosedRange<Int> {
    guard 1 <= first, first <= last, last < limit else {
      throw invalid("lines \(first) to \(last)")
    }
    return first...last
  }

  private static func bytes(_ start: Int, _ end: Int) throws -> Range<Int> {
    guard 0 <= start, start <= end, end < limit else { throw invalid("bytes \(start) to \(end)") }
    return start..<end
  }

  /// No file is as long.
  private static let limit = 1 << 40

  private static func invalid(_ what: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a passage has \(what)")
  }

  var citation: Citation {
    Citation(path: document.path, lines: lines, bytes: isPartial ? bytes : nil)
  }
}
