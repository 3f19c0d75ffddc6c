internal import GRDB

/// Reads and writes the table `meta`.
enum Meta {
  static func value(_ key: MetaKey, in database: Database) throws -> String? {
    try database.cachedStatement(sql: "SELECT value FROM meta WHERE key = ?")
      .fetchOneString(key.rawValue)
  }

  /// 0 where there is no such number.
  ///
  /// - Throws: `DatabaseError` with `SQLITE_CORRUPT` for a value that Footnote never writes.
  static func number(_ key: MetaKey, in database: Database) throws -> Int {
    guard let text = try value(key, in: database) else { return 0 }
    guard let number = Int(text), key.numbers.contains(number) else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "\(key.rawValue) is \(text.prefix(40))")
    }
    return number
  }

  static func set(_ key: MetaKey, to value: String, in database: Database) throws {
    try database.cachedStatement(sql: "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)")
      .execute(arguments: [key.rawValue, value])
  }
}

extension Statement {
  fileprivate func fetchOneString(_ argument: String) throws -> String? {
    try String.fetchOne(self, arguments: [argument])
  }
}
