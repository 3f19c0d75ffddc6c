internal import GRDB

extension Coverage {
  /// Counts everything in one pass over the passages.
  ///
  /// - Parameter model: The model whose vectors count as such; `nil` where nothing was encoded.
  init(of model: IndexedModel?, in database: Database) throws {
    var counted: [Key: Row] = [:]
    let documents = try Self.documents(of: model, in: database)
    while let document = try documents.next() {
      for (index, dimension) in Dimension.allCases.enumerated() {
        let key = Key(dimension: dimension, name: try document.decode(atIndex: index))
        let row = counted[key, default: Row(dimension: dimension, name: key.name)]
        counted[key] = try row.adding(document)
      }
    }
    rows = counted.values.sorted(by: Self.precedes)
  }

  private struct Key: Hashable {
    var dimension: Dimension
    var name: String?
  }

  /// A row for each document: its name by each dimension, then what is counted.
  private static func documents(
    of model: IndexedModel?, in database: Database
  ) throws -> GRDB.RowCursor {
    try GRDB.Row.fetchCursor(
      database,
      sql: """
        SELECT document.layer, document.type, substr(document.date, 1, 4), document.language,
          count(passage.id),
          total(length(passage.text) - length(replace(passage.text, ' ', ''))
            + (passage.text <> '')),
          total(EXISTS (
            SELECT 1 FROM vector
            WHERE model = :model AND key = passage.vector_key AND length(value) = :bytes)),
          document.date IS NOT NULL
        FROM document LEFT JOIN passage ON passage.document = document.id
        GROUP BY document.id
        """,
      arguments: ["model": model?.fingerprint, "bytes": 4 * (model?.dimensions ?? 0)])
  }

  private static func precedes(_ left: Row, _ right: Row) -> Bool {
    func key(_ row: Row) -> (Int, Int, Int, String) {
      let order = Dimension.allCases.firstIndex(of: row.dimension) ?? 0
      let size = row.dimension == .year ? 0 : -row.documents
      return (order, row.name == nil ? 1 : 0, size, row.name ?? "")
    }
    return key(left) < key(right)
  }
}

extension Coverage.Row {
  /// The row with one more document.
  fileprivate func adding(_ document: GRDB.Row) throws -> Self {
    var row = self
    row.documents += 1
    row.passages += try document.decode(atIndex: 4)
    row.words += Int(try document.decode(Double.self, atIndex: 5))
    row.encodedPassages += Int(try document.decode(Double.self, atIndex: 6))
    row.dated += try document.decode(atIndex: 7)
    return row
  }
}
