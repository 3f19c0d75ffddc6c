internal import Foundation
internal import GRDB

/// The lexical leg: BM25 over the stored terms (Robertson and Zaragoza, "The Probabilistic Relevance
/// Framework: BM25 and Beyond", 2009), with the fields weighted inside the term frequency (their
/// section 3.6, BM25F, with one length for all fields).
///
/// FTS5's own `bm25` has k1 and b built in, so the postings are read through `fts5vocab` and scored here.
struct LexicalSearcher {
  /// The free parameters; chosen on judged questions, see `docs/decisions.md`.
  struct Parameters: Sendable, Hashable {
    /// How fast further occurrences of a term stop counting, 0 and up.
    var k1 = 1.2
    /// How much a passage's length counts, 0 ... 1.
    var b = 0.75
    /// Weight of an occurrence by the column that it stands in.
    var title = 0.3
    var heading = 0.5
    var body = 1.0
  }

  /// A passage that has a term of the question.
  struct Match: Sendable, Hashable {
    var passage: Int64
    var score = 0.0
    /// Share of the question's terms that it has, each weighted by its rarity, 0 ... 1.
    var coverage = 0.0
  }

  /// What the leg found.
  struct Result: Sendable {
    /// In the order of ids.
    var hits: [Match] = []
    /// Number of passages that have each term in their text. Titles and headings, which all passages of
    /// a document share, say nothing about how rare a term is.
    var frequencies: [LexicalQuery.Element: Int] = [:]
  }

  let database: Database
  let statistics: PassageStatistics
  var parameters = Parameters()

  /// Complexity: O(postings of the question's terms).
  func search(_ query: LexicalQuery) throws -> Result {
    var result = Result()
    var matches: [Int64: Match] = [:]
    var total = 0.0
    for element in query.elements {
      let (occurrences, frequency) = try occurrences(of: element)
      result.frequencies[element] = frequency
      let rarity = idf(frequency)
      total += rarity
      for (passage, frequency) in occurrences {
        let score = rarity * Double(element.count) * saturation(frequency, in: passage)
        matches[passage, default: Match(passage: passage)].score += score
        matches[passage, default: Match(passage: passage)].coverage += rarity
      }
    }
    result.hits = matches.values.sorted { $0.passage < $1.passage }
    for index in result.hits.indices { result.hits[index].coverage /= total }
    return result
  }

  /// How rare a term is: the form of Robertson and Sparck Jones's weight that is never negative.
  func idf(_ frequency: Int) -> Double {
    let n = Double(frequency)
    return log(1 + (Double(max(statistics.count, frequency)) - n + 0.5) / (n + 0.5))
  }

  /// How rare a term is that may not stand in the question as such. Complexity: O(its postings).
  func rarity(of term: Term) throws -> Double {
    try rarity(of: LexicalQuery.Element(term: term.text, isPrefix: term.role == .character))
  }

  /// How rare a term of the question is. Complexity: O(its postings).
  func rarity(of element: LexicalQuery.Element) throws -> Double {
    idf(try occurrences(of: element).frequency)
  }

  private func saturation(_ frequency: Double, in passage: Int64) -> Double {
    let length = Double(statistics.length(of: passage)) / statistics.average
    let norm = parameters.k1 * (1 - parameters.b + parameters.b * length)
    return frequency * (parameters.k1 + 1) / (frequency + norm)
  }

  /// The passages that have a term, with the weighted number of its occurrences, and the number of those
  /// that have it in their text.
  private func occurrences(
    of element: LexicalQuery.Element
  ) throws -> (weighted: [Int64: Double], frequency: Int) {
    let rows: RowCursor
    if element.isPrefix {
      let statement = try database.cachedStatement(
        sql: "SELECT doc, col FROM passage_instance WHERE term >= ? AND term < ?")
      rows = try Row.fetchCursor(
        statement, arguments: [element.term, element.term + "\u{10FFFF}"])
    } else {
      let statement = try database.cachedStatement(
        sql: "SELECT doc, col FROM passage_instance WHERE term = ?")
      rows = try Row.fetchCursor(statement, arguments: [element.term])
    }
    var counts: [Int64: Double] = [:]
    var inText: Set<Int64> = []
    while let row = try rows.next() {
      let passage = row[0] as Int64
      switch row[1] as String {
      case "title": counts[passage, default: 0] += parameters.title
      case "heading": counts[passage, default: 0] += parameters.heading
      default:
        counts[passage, default: 0] += parameters.body
        inText.insert(passage)
      }
    }
    return (counts, inText.count)
  }
}
