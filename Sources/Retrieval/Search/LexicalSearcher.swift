internal import GRDB

/// The lexical leg: BM25 over the stored terms (Robertson and Zaragoza, "The Probabilistic Relevance
/// Framework: BM25 and Beyond", 2009), as FTS5 computes it with k1 = 1.2 and b = 0.75.
struct LexicalSearcher {
  /// Weights of FTS5's columns.
  struct FieldWeights: Sendable, Hashable {
    var title = 2.0
    var heading = 1.5
    var body = 1.0
  }

  let database: Database
  var weights = FieldWeights()

  /// All passages that have a term of the question, with their scores, in the order of ids.
  ///
  /// Complexity: O(postings of the terms).
  func search(_ query: LexicalQuery) throws -> [(passage: Int64, score: Double)] {
    guard let expression = query.matchExpression else { return [] }
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT rowid, -bm25(passage_terms, ?, ?, ?) FROM passage_terms
        WHERE passage_terms MATCH ? ORDER BY rowid
        """, arguments: [weights.title, weights.heading, weights.body, expression])
    var hits: [(Int64, Double)] = []
    while let row = try rows.next() { hits.append((row[0], row[1])) }
    return hits
  }

  /// Number of passages that have a term.
  func frequency(of element: LexicalQuery.Element) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT count(*) FROM passage_terms WHERE passage_terms MATCH ?",
      arguments: [LexicalQuery.quoted(element.term, isPrefix: element.isPrefix)]) ?? 0
  }
}
