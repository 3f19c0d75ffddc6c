import Foundation
import GRDB

/// What an index holds, without the ids, which depend on the order in which it was built.
struct IndexContent: Equatable {
  private static let queries = [
    """
    SELECT path, layer, type, title, date, tags, hash FROM document ORDER BY path
    """,
    """
    SELECT path, passage.ordinal, first_byte, end_byte, hex(digest), text, headings, hex(vector_key),
      passage_terms.title, heading, body, navigational
    FROM passage JOIN document ON document.id = passage.document
    JOIN passage_terms ON passage_terms.rowid = passage.id
    JOIN passage_statistics ON passage_statistics.passage = passage.id ORDER BY path, passage.ordinal
    """,
    "SELECT word, passages FROM vocabulary ORDER BY word",
    """
    SELECT path, position, target, resolution, resolved
    FROM link JOIN document ON document.id = link.document ORDER BY path, position
    """,
    """
    SELECT path, position, reference, resolution, resolved
    FROM source JOIN document ON document.id = source.document ORDER BY path, position
    """,
    """
    SELECT folded, path, origin FROM alias JOIN document ON document.id = alias.document
    ORDER BY folded, path, origin
    """,
    "SELECT model, hex(key), length(value) FROM vector ORDER BY model, key",
  ]

  let rows: [[String]]

  init(_ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    rows = try queue.read { database in
      try Self.queries.map { try Row.fetchAll(database, sql: $0).map(\.description) }
    }
  }
}
