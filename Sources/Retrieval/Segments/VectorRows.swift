internal import Foundation
internal import GRDB
internal import VectorIndex

/// Reads the vectors of passages out of SQLite, in the order of the passages' ids.
struct VectorRows {
  private let rows: RowCursor
  private let dimensions: Int
  private var next: Row?
  /// The id of the last passage that was read.
  private(set) var last: Int64

  /// What is done about passages that have no vector.
  enum Gaps {
    /// They are passed over.
    case skipped
    /// The first one ends the rows: whoever wants to know which passages have vectors need only know the last.
    case end
  }

  /// - Parameter last: Passages with ids above it are read.
  init(
    of model: IndexedModel, after last: Int64, gaps: Gaps = .skipped, in database: Database
  ) throws {
    self.last = last
    // CROSS JOIN: SQLite begins with the passages, of which there are few, not with all vectors.
    dimensions = model.dimensions
    rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT passage.id, vector.value, vector.tokens FROM passage
        \(gaps == .end ? "LEFT" : "CROSS") JOIN vector
          ON vector.model = ? AND vector.key = passage.vector_key AND length(vector.value) = ?
        WHERE passage.id > ? ORDER BY passage.id
        """, arguments: [model.fingerprint, 4 * model.dimensions, last])
    try read()
  }

  /// Whether there is none left.
  var isAtEnd: Bool { next == nil }

  /// Gives the rest to `body`: id, vector, tokens.
  mutating func visit(_ body: (Int64, [Float], [UInt8]) throws -> Void) throws {
    while let row = next {
      last = try row.decode(atIndex: 0)
      let tokens = try row.decode(Data?.self, atIndex: 2)
      let width = (dimensions + 7) / 8
      let isWhole = tokens.map { $0.count % width == 0 } ?? false
      try body(
        last, VectorBytes.floats(in: try row.decode(Data.self, atIndex: 1)),
        isWhole ? Array(tokens ?? Data()) : [])
      try read()
    }
  }

  /// Adds the rest to a file.
  mutating func write(to writer: VectorSegmentWriter) throws {
    try visit { id, vector, tokens in
      try writer.append(id: id, vector: vector.span, tokens: tokens.span)
    }
  }

  private mutating func read() throws {
    next = try rows.next()
    if let row = next, try row.decode(DatabaseValue.self, atIndex: 1).isNull { next = nil }
  }
}
