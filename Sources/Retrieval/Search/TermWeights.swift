internal import Foundation
internal import GRDB

/// How much each term of a question tells, by its rarity: the idf of Robertson and Sparck Jones (1976)
/// in the form of BM25, `log(1 + (N - n + 0.5) / (n + 0.5))`.
struct TermWeights {
  private var weights: [String: Double] = [:]
  private var total = 0.0

  /// `passages` is the number of passages in the index.
  init(_ query: LexicalQuery, database: Database, passages: Int) throws {
    let searcher = LexicalSearcher(database: database)
    for element in query.elements {
      let n = Double(try searcher.frequency(of: element))
      let weight = log(1 + (max(Double(passages), n) - n + 0.5) / (n + 0.5))
      weights[element.term] = weight
      total += weight
    }
  }

  /// Share of the weight of the question's terms that a passage has, 0 ... 1.
  func coverage(of terms: some Sequence<Term>) -> Double {
    guard total > 0 else { return 0 }
    var found: Set<String> = []
    for term in terms where weights[term.text] != nil { found.insert(term.text) }
    // Summed in a fixed order, since the sum's last digits depend on it.
    return found.sorted().reduce(0) { $0 + (weights[$1] ?? 0) } / total
  }
}
