internal import Foundation
internal import GRDB
internal import InvertedIndex
internal import LinearAlgebra
internal import VectorIndex

/// Opens `footnote.sqlite` for reading or writing and turns the ways in which that fails into
/// `IndexError`.
enum DatabaseOpener {
  /// Opens an index that is there, without writing to it and without DDL.
  ///
  /// Where the system does not let SQLite make the small files that it shares with writers (no right to
  /// write in the folder, a full disk), the file is opened as one that nobody changes, unless changes lie
  /// beside it that it would then miss.
  static func reader(_ folder: IndexFolder) throws(IndexError) -> DatabaseQueue {
    guard folder.hasDatabase else { throw .missing(folder: folder.path) }
    try folder.requirePlainFiles()
    let path = folder.databasePath
    if folder.hasJournal { throw journal(path) }
    do throws(IndexError) {
      return try reader(folder, at: path)
    } catch {
      switch error {
      case .notWritable where folder.hasLog: throw .unmerged(path: path)
      case .storage where folder.hasLog: throw error
      case .notWritable, .storage: return try reader(folder, at: immutableURI(path))
      default: throw error
      }
    }
  }

  private static func reader(
    _ folder: IndexFolder, at location: String
  ) throws(IndexError) -> DatabaseQueue {
    try mapping(folder.databasePath) {
      var configuration = configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: location, configuration: configuration)
      try queue.read { try check($0, of: folder) }
      return queue
    }
  }

  /// Opens an index that is there for its one writer.
  static func writer(_ folder: IndexFolder) throws(IndexError) -> DatabaseQueue {
    let path = folder.databasePath
    guard folder.hasDatabase else { throw .missing(folder: folder.path) }
    try folder.requirePlainFiles()
    if folder.hasJournal { throw journal(path) }
    return try mapping(path) {
      let queue = try DatabaseQueue(path: path, configuration: writing())
      try queue.read { try check($0, of: folder) }
      return queue
    }
  }

  /// Opens what is left of an index that cannot be used, only to read.
  static func remains(_ folder: IndexFolder) throws(IndexError) -> DatabaseQueue {
    try mapping(folder.databasePath) {
      var configuration = configuration()
      configuration.readonly = true
      return try DatabaseQueue(path: folder.databasePath, configuration: configuration)
    }
  }

  /// Makes an empty index in a folder that has none.
  static func create(_ folder: IndexFolder) throws(IndexError) -> DatabaseQueue {
    let path = folder.databasePath
    return try mapping(path) {
      let queue = try DatabaseQueue(path: path, configuration: writing())
      try queue.write { try Schema.create(in: $0) }
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
    } catch let error as SegmentError {
      throw indexError(error)
    } catch let error as VectorIndexError {
      throw indexError(error)
    } catch is RowDecodingError {
      throw .damaged(path: path, reason: "a value is of another type than its column")
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
    case .SQLITE_FULL, .SQLITE_IOERR:
      return .storage(path: path, reason: reason)
    default:
      return .database(path: path, reason: reason)
    }
  }

  private static func indexError(_ error: SegmentError) -> IndexError {
    let reason = error.description
    return switch error {
    case .unwritable(let path, _): .storage(path: path, reason: reason)
    case .damagedHeader(let path), .damagedPart(let path, _): .damaged(path: path, reason: reason)
    case .unreadable(let path, _): .database(path: path, reason: reason)
    case .unordered, .tooLarge: .database(path: "postings", reason: reason)
    }
  }

  private static func indexError(_ error: VectorIndexError) -> IndexError {
    switch error {
    case .reading(let cause): .database(path: cause.path, reason: cause.description)
    case .writing(_, let path, let code): .writing(path, code: code)
    case .damaged(let path, let reason), .unrelated(let path, let reason):
      .damaged(path: path, reason: reason)
    case .misfit(let reason): .database(path: "vectors", reason: reason)
    }
  }

  private static func journal(_ path: String) -> IndexError {
    .damaged(path: path, reason: "a rollback journal that is not its own lies beside it")
  }

  // MARK: Settings

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA trusted_schema = OFF; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000;
          """)
    }
    return configuration
  }

  private static func writing() -> Configuration {
    var configuration = configuration()
    configuration.journalMode = .wal
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
    guard try Schema.isOwn(database) else {
      throw IndexError.damaged(path: path, reason: "its tables are not those of an index")
    }
  }

  /// SQLite then neither locks nor looks for a journal, which it may not create there.
  private static func immutableURI(_ path: String) -> String {
    let unreserved = CharacterSet(
      charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")
    let escaped = path.addingPercentEncoding(withAllowedCharacters: unreserved) ?? path
    return "file:" + escaped + "?immutable=1"
  }
}
