internal import GRDB

/// The tables of `footnote.sqlite`.
///
/// What the file holds can always be built again from the knowledge base, so there are no migrations:
/// a file of another version is rebuilt, and only its vectors, which cost time, and the record of `raw/`,
/// which nothing else remembers, are kept. Tables are `STRICT`: a column holds values of its type and no
/// others.
enum Schema {
  /// Raised whenever a table, or the meaning of a column, changes.
  static let version = 7
  /// "Ftnt" in ASCII; tells our files from those of other programs (`PRAGMA application_id`).
  static let applicationID = 0x4674_6E74

  /// ASCII signs that are part of terms. Everything beyond ASCII is, by the tokenizer's own rule.
  private static let tokenizer = "ascii tokenchars '+#._&'"

  static func create(in database: Database) throws {
    for statement in statements { try database.execute(sql: statement) }
    try database.execute(
      sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version);")
  }

  /// Whether the file has these tables and indexes, as they are written here, and nothing else that could
  /// run or answer in their place (views, triggers, virtual tables): files are handed on with knowledge
  /// bases.
  static func isOwn(_ database: Database) throws -> Bool {
    var found: Set<String> = []
    let rows = try Row.fetchAll(
      database, sql: "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    for row in rows {
      let type: String = try row.decode(atIndex: 0)
      let name: String = try row.decode(atIndex: 1)
      let text: String = try row.decode(atIndex: 2)
      if type == "table", text.hasPrefix("CREATE TABLE "), madeBySQLite.contains(name) { continue }
      found.insert(text)
    }
    return found == Set(statements)
  }

  /// What FTS5 makes for `passage_terms`, and SQLite for ids and `ANALYZE`.
  private static let madeBySQLite = Set(
    ["data", "idx", "content", "docsize", "config"].map { "passage_terms_" + $0 }
      + ["sqlite_sequence", "sqlite_stat1", "sqlite_stat4"])

  /// One object each, without anything around it: SQLite keeps their text as it is given.
  private static let statements = [
    """
    CREATE TABLE meta (
      key TEXT PRIMARY KEY, value TEXT NOT NULL
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE document (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      path TEXT NOT NULL UNIQUE, layer TEXT NOT NULL, type TEXT NOT NULL, title TEXT NOT NULL,
      date TEXT, created TEXT, updated TEXT, tags TEXT NOT NULL, aliases TEXT NOT NULL,
      url TEXT, language TEXT, sources TEXT NOT NULL, issues TEXT NOT NULL,
      size INTEGER NOT NULL, hash TEXT NOT NULL,
      modified INTEGER NOT NULL, changed INTEGER NOT NULL, indexed INTEGER NOT NULL
    ) STRICT
    """,
    // All that an update compares with the files, so that it reads a few dense pages.
    """
    CREATE INDEX document_by_state ON document (path, size, modified, changed, indexed, layer)
    """,
    "CREATE INDEX document_by_date ON document (date)",
    // text is what is scored and encoded; digest is the sha256 of the cited bytes; vector_key that of the
    // text as it is given to the encoder.
    """
    CREATE TABLE passage (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL, headings TEXT NOT NULL,
      first_line INTEGER NOT NULL, last_line INTEGER NOT NULL,
      first_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL, partial INTEGER NOT NULL,
      start REAL, digest BLOB NOT NULL, text TEXT NOT NULL, vector_key BLOB NOT NULL
    ) STRICT
    """,
    // What files of postings hold of a passage besides its terms. navigational: whether it only lists pages. A
    // table of its own, so that reading all of it touches few pages.
    """
    CREATE TABLE passage_statistics (
      passage INTEGER PRIMARY KEY REFERENCES passage (id) ON DELETE CASCADE,
      document INTEGER NOT NULL, ordinal INTEGER NOT NULL, navigational INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX passage_by_document ON passage (document, ordinal)",
    "CREATE INDEX passage_by_vector_key ON passage (vector_key)",
    // resolution: exact, suffix, date, missingFolder, name, ambiguous, external or unresolved.
    """
    CREATE TABLE link (
      document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      position INTEGER NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL, fragment TEXT,
      shown TEXT, line INTEGER NOT NULL, resolution TEXT, resolved TEXT,
      PRIMARY KEY (document, position)
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX link_by_resolved ON link (resolved)",
    """
    CREATE TABLE source (
      document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      position INTEGER NOT NULL, reference TEXT NOT NULL, resolution TEXT, resolved TEXT,
      PRIMARY KEY (document, position)
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX source_by_resolved ON source (resolved)",
    // origin: title, file, declared or shown. words: the name's stems, each once, in alphabetical order, so
    // that a name is found in any order and inflection. Columns of the key come first: integrity_check of
    // SQLite 3.40 misreads a WITHOUT ROWID table where they do not.
    """
    CREATE TABLE alias (
      folded TEXT NOT NULL,
      document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      origin TEXT NOT NULL, name TEXT NOT NULL, words TEXT NOT NULL,
      PRIMARY KEY (folded, document, origin)
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX alias_by_words ON alias (words)",
    "CREATE INDEX alias_by_document ON alias (document)",
    // tokens: the signs of the vectors of the text's tokens, one bit a number, NULL where the encoder has
    // none.
    """
    CREATE TABLE vector (
      model TEXT NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL, tokens BLOB,
      PRIMARY KEY (model, key)
    ) WITHOUT ROWID, STRICT
    """,
    // The files of a generation that searches map, in the order of the passages' ids: each has the passages
    // behind those of the one before it, up to `last`. kind: postings, or vectors with a model's fingerprint.
    """
    CREATE TABLE segment (
      kind TEXT NOT NULL, last INTEGER NOT NULL, generation INTEGER NOT NULL,
      PRIMARY KEY (kind, last)
    ) WITHOUT ROWID, STRICT
    """,
    // Passages that files of segments may have and that are gone.
    "CREATE TABLE removed (passage INTEGER PRIMARY KEY) STRICT",
    """
    CREATE TABLE skipped (
      path TEXT PRIMARY KEY, reason TEXT NOT NULL
    ) WITHOUT ROWID, STRICT
    """,
    // What each file of the layer raw was when it was first indexed, since those are not to be edited.
    // modified, recorded and seen are nanoseconds since 1970; seen: when it was first found to be another
    // one, or gone. Rows outlive their documents, and rebuilds.
    """
    CREATE TABLE raw_record (
      path TEXT PRIMARY KEY, hash TEXT NOT NULL, size INTEGER NOT NULL,
      modified INTEGER NOT NULL, recorded INTEGER NOT NULL, seen INTEGER
    ) WITHOUT ROWID, STRICT
    """,
    // Words as they are written, not stemmed, with the number of passages that have them.
    """
    CREATE TABLE vocabulary (
      word TEXT PRIMARY KEY, passages INTEGER NOT NULL
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE VIRTUAL TABLE passage_terms USING fts5(
      title, heading, body, tokenize = "\(tokenizer)")
    """,
  ]
}
