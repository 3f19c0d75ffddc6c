internal import GRDB

/// The table `removed`: passages that are gone and that files of segments may still have.
enum RemovedPassages {
  /// Ids, ascending.
  static func all(in database: Database) throws -> [Int64] {
    try Int64.fetchAll(
      database.cachedStatement(sql: "SELECT passage FROM removed ORDER BY passage"))
  }

  /// Notes the passages of a document that is about to be removed; those that no file has are not.
  static func note(document: Int64, in database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO removed
        SELECT id FROM passage WHERE document = ? AND id <= (SELECT max(last) FROM segment)
        """
    ).execute(arguments: [document])
  }
}
