/// Comparisons with their tests, a row each.
struct ComparisonTable {
  let comparisons: [SystemComparison]
  /// The head of the column that names what is compared, and its cells.
  let subject: String
  let name: (SystemComparison) -> String

  var markup: Markup {
    let heads = ["measure", "mean", "difference", "p", "p (Holm)", "better / equal / worse"]
    let rows = comparisons.map(row)
    return """
      <table class="cards">
      <thead><tr><th scope="col">\(subject)</th>\
      \(heads.map { "<th scope=\"col\">\($0)</th>" as Markup })</tr></thead>
      <tbody>
      \(rows)</tbody></table>

      """
  }

  private func row(_ comparison: SystemComparison) -> Markup {
    let difference = comparison.difference
    let style = difference.mean < 0 ? "loss" : "gain"
    let means =
      "\(Figure.value(comparison.baselineMean)) → \(Figure.value(comparison.candidateMean))"
    let adjusted = comparison.adjustedPValue.map(Figure.probability) ?? "–"
    return """
      <tr><th scope="row">\(name(comparison))</th>\
      <td data-label="measure"><span>\(comparison.measure)</span></td>\
      <td data-label="mean"><span>\(means)</span></td>\
      <td data-label="difference"><span><span class="\(style)">\(Figure.signed(difference.mean))\
      </span><small>\(Figure.signedRange(difference))</small></span></td>\
      <td data-label="p"><span>\(Figure.probability(comparison.pValue))</span></td>\
      <td data-label="p (Holm)"><span>\(adjusted)</span></td>\
      <td data-label="better / equal / worse"><span>\
      \(comparison.wins) / \(comparison.ties) / \(comparison.losses)\(balance(comparison))</span></td>\
      </tr>

      """
  }

  /// A bar with the shares of wins from the left and of losses from the right.
  private func balance(_ comparison: SystemComparison) -> Markup {
    let count = Double(max(1, comparison.count))
    let wins = Double(comparison.wins) / count * 100
    let losses = Double(comparison.losses) / count * 100
    return """
      <span class="balance" aria-hidden="true"><i class="w" style="width:\(wins)%"></i>\
      <i class="l" style="width:\(losses)%"></i></span>
      """
  }
}
