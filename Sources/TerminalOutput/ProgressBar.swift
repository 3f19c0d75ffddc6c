/// One line that shows how far some work is.
package struct ProgressBar: Sendable, Hashable {
  /// What is being done: `encoding`.
  package var label: String
  /// What is counted: `passages`.
  package var unit: String
  package var done: Int
  package var total: Int
  /// Units a second; 0 where there is nothing to go by.
  package var rate: Double
  package var secondsLeft: Double?

  package init(
    label: String, unit: String, done: Int, total: Int, rate: Double, secondsLeft: Double?
  ) {
    self.label = label
    self.unit = unit
    self.done = done
    self.total = total
    self.rate = rate
    self.secondsLeft = secondsLeft
  }

  private var share: Double {
    total > 0 ? min(1, Double(done) / Double(total)) : 1
  }

  /// The line, at most `width` columns; the bar itself takes what the words leave.
  package func line(width: Int) -> String {
    let before = "\(label) \(NumberText.grouped(done)) of \(NumberText.grouped(total)) \(unit) "
    var after = " " + NumberText.percent(share)
    if rate > 0 {
      after += "  \(NumberText.decimal(rate, places: rate < 10 ? 1 : 0))/s"
      if let secondsLeft { after += "  \(NumberText.duration(max(1, secondsLeft.rounded()))) left" }
    }
    let room = min(30, width - before.displayWidth - after.displayWidth)
    guard room >= 5 else { return (before + after).truncated(to: width) }
    let filled = Int((share * Double(room)).rounded())
    let bar =
      String(repeating: "━", count: filled) + String(repeating: "─", count: room - filled)
    return before + bar + after
  }
}
