/// The report against an earlier one.
struct BaselineSection {
  let comparison: BaselineComparison

  var markup: Markup {
    let table = ComparisonTable(
      comparisons: comparison.comparisons, subject: "mode", name: \.candidate)
    return """
      <section>
      <h2>Against the baseline</h2>
      \(verdict)\(missing)\(comparison.comparisons.isEmpty ? "" : table.markup)</section>

      """
  }

  private var verdict: Markup {
    guard !comparison.regressions.isEmpty else {
      return "<p>Nothing became worse beyond chance.</p>\n"
    }
    let items = comparison.regressions.map { regression -> Markup in
      let p =
        regression.adjustedPValue
        .map { ", p (Holm) \(Figure.probability($0))" } ?? ", not tested"
      let means = "\(Figure.value(regression.before)) → \(Figure.value(regression.after))"
      return """
        <li><b>\(regression.mode)</b> \(regression.measure): \
        <span class="loss">\(means)</span>\(p)</li>

        """
    }
    return "<p>Worse than before:</p>\n<ul>\n\(items)</ul>\n"
  }

  private var missing: Markup {
    guard !comparison.missing.isEmpty else { return "" }
    let names = comparison.missing.joined(separator: ", ")
    return "<p class=\"quiet\">In the baseline, but not measured here: \(names).</p>\n"
  }
}
