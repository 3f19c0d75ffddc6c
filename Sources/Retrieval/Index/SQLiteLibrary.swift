internal import GRDB

/// The SQLite that this process runs with.
public struct SQLiteLibrary: Sendable, Hashable {
  /// Its version, such as `3.40.1`.
  public let version: String
  /// Whether full-text indexes can be made.
  public let hasFTS5: Bool

  /// Asks the library.
  ///
  /// - Throws: `IndexError` where not even an index in memory can be opened.
  public init() throws(IndexError) {
    (version, hasFTS5) = try DatabaseOpener.mapping(":memory:") {
      try DatabaseQueue().read { database in
        (
          try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? "unknown",
          try Bool.fetchOne(database, sql: "SELECT sqlite_compileoption_used('ENABLE_FTS5')")
            ?? false
        )
      }
    }
  }
}
