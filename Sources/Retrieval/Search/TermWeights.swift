/// How much each term of a question tells, by its rarity.
struct TermWeights {
  private var weights: [String: Double] = [:]
  private var total = 0.0

  init(_ result: LexicalSearcher.Result, by searcher: LexicalSearcher) {
    let ordered = result.frequencies.sorted { $0.key.term < $1.key.term }
    for (element, frequency) in ordered {
      let weight = searcher.idf(frequency)
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
