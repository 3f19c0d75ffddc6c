internal import GRDB
internal import LinearAlgebra

extension IndexWriter {
  /// So many passages may have come or gone since the file of postings was written, and a share of all on top
  /// of it, before it is written anew: searches read these few from SQLite.
  private static let slack = 64
  private static let slackShare = 16

  /// Writes and syncs the next generation of the postings where the last one lacks much, and only then the
  /// row that names it.
  ///
  /// - Complexity: O(postings) where it writes, else O(passages).
  func writePostingsIfNeeded() throws(IndexError) {
    let state = try mapping {
      try database.read { database in
        (
          content: try Meta.number(.content, in: database),
          written: try Meta.value(.postingsContent, in: database),
          generation: try Meta.number(.postingsGeneration, in: database)
        )
      }
    }
    let path = folder.postingsPath(generation: state.generation)
    let current = MappedPostings(path, generation: state.generation)
    // Ids of passages mean something else in an index that was built anew.
    if let current, state.written == String(current.header.content) {
      if state.written == String(state.content) { return }
      let changed = try mapping { try database.read { try Self.changes(since: current, in: $0) } }
      if changed <= Self.slack + current.header.passages / Self.slackShare { return }
    }
    let rows = try mapping { try database.read { try PostingRows(in: $0) } }
    let next = IndexFolder.freeGeneration(after: state.generation, path: folder.postingsPath)
    let header = PostingsFile.Header(
      generation: next, content: state.content, passages: rows.passages, terms: rows.terms,
      termBytes: rows.termBytes, postings: rows.postings)
    try PostingsFile.write(rows, header: header, in: folder)
    try mapping {
      try database.write { database in
        try Meta.set(.postingsGeneration, to: String(next), in: database)
        try Meta.set(.postingsContent, to: String(state.content), in: database)
      }
    }
    folder.removeGenerations(of: "postings", magic: PostingsFile.magic, keeping: next)
  }

  /// Number of passages that have come or gone.
  private static func changes(
    since postings: MappedPostings, in database: Database
  ) throws -> Int {
    let known = postings.header.passages
    let last = known > 0 ? postings.ids[known - 1] : 0
    let kept =
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM passage_statistics WHERE passage <= ?",
        arguments: [last]) ?? 0
    let all = try Int.fetchOne(database, sql: "SELECT count(*) FROM passage_statistics") ?? 0
    return known - kept + all - kept
  }
}
