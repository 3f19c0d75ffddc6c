internal import Foundation
internal import GRDB

/// Opens `footnote.sqlite` for reading or writing and turns the ways in which that fails into
/// `IndexError`.
enum DatabaseOpener {
  /// Opens an index that is there, without writing to it and without DDL.
  static func reader(_ folder: IndexFolder) throws(IndexError) -> DatabaseQueue {
    let path = folder.databasePath
    guard folder.hasDatabase else { throw .missing(folder: folder.path) }
    return try mapping(path) {
      var configuration = configuration()
      configuration.readonly = true
      let isFrozen = access(path, W_OK) != 0 && !folder.isWritable
      let queue = try DatabaseQueue(
        path: isFrozen ? immutableURI(path) : path, configuration: configuration)
      try queue.read { try check($0, of: folder) }
      return queue
    }
  }

  /// Opens or makes the index for its one writer.
  static func writer(_ folder: IndexFolder) throws(IndexError) -> DatabaseQueue {
    let path = folder.databasePath
    return try mapping(path) {
      var configuration = configuration()
      configuration.journalMode = .wal
      let isNew = !folder.hasDatabase || isEmptyFile(path)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      if isNew {
        try queue.write { try Schema.create(in: $0) }
      } else {
        try queue.read { try check($0, of: folder) }
      }
      return queue
    }
  }

  /// Runs `body` and turns what SQLite throws into `IndexError`.
  static func mapping<T>(_ path: String, _ body: () throws -> T) throws(IndexError) -> T {
    do {
      return try body()
    } catch let error as IndexError {
      throw error
    } catch let error as DatabaseError {
      throw indexError(error, path: path)
    } catch {
      throw .database(path: path, reason: FailureReason.text(of: error))
    }
  }

  private static func indexError(_ error: DatabaseError, path: String) -> IndexError {
    let reason = error.message ?? error.resultCode.description
    switch error.resultCode.primaryResultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_MISMATCH:
      return .damaged(path: path, reason: reason)
    case .SQLITE_ERROR where reason.contains("no such") || reason.contains("has no column"):
      return .damaged(path: path, reason: reason)
    case .SQLITE_ERROR where reason.contains("vtable constructor failed"):
      return .damaged(path: path, reason: reason)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return .locked(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
      return .notWritable(path: path, reason: reason)
    default:
      return .database(path: path, reason: reason)
    }
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000;")
    }
    return configuration
  }

  private static func check(_ database: Database, of folder: IndexFolder) throws {
    let path = folder.databasePath
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard application == Schema.applicationID else {
      // A file of ours that lost its header is damaged; one with somebody else's tables is not ours.
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      // A process that was killed before its first commit leaves an empty database.
      if tables == 0 { throw IndexError.missing(folder: folder.path) }
      throw IndexError.foreign(path: path)
    }
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version == Schema.version else {
      throw IndexError.outdated(
        path: path, reason: "schema version \(version), this Footnote has \(Schema.version)")
    }
  }

  private static func isEmptyFile(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_size == 0
  }

  /// SQLite then neither locks nor looks for a journal, which it may not create there.
  private static func immutableURI(_ path: String) -> String {
    let unreserved = CharacterSet(
      charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")
    let escaped = path.addingPercentEncoding(withAllowedCharacters: unreserved) ?? path
    return "file:" + escaped + "?immutable=1"
  }
}
