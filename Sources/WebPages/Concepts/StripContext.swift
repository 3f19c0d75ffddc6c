internal import FootnoteKit
internal import TerminalOutput

/// A picture of when the sources of a concept are from.
struct StripContext: Sendable {
  struct Tick: Sendable {
    /// 0 to 100.
    var x: Double
    var text: String
    /// Whether its label would stick out.
    var last: Bool
  }

  struct Dot: Sendable {
    /// 0 to 100.
    var x: Double
    /// In pixels: on the line for strong evidence, above it for weak.
    var y: Int
    /// Whether the page declares the source.
    var strong: Bool
  }

  var label: String
  var ticks: [Tick]
  var dots: [Dot]

  /// Longer spans are divided by years alone.
  private static let longestByQuarter = 800
  /// Ticks whose labels have room beside each other.
  private static let mostTicks = 12

  /// - Parameter sources: With their dates, oldest first.
  /// - Returns: `nil` where they are all from one day.
  init?(_ sources: [(source: ConceptSource, date: CalendarDate)]) {
    guard let first = sources.first?.date, let last = sources.last?.date, first < last else {
      return nil
    }
    let start = first.dayNumber
    let days = Double(last.dayNumber - start)
    let place = { (date: CalendarDate) in
      ((1 + 98 * Double(date.dayNumber - start) / days) * 10).rounded() / 10
    }
    label =
      "\(NumberText.counted(sources.count, "source")) from \(DateContext(first).text) to "
      + DateContext(last).text
    ticks = Self.ticks(from: first, to: last, place)
    dots = sources.map { source, date in
      let evidence = source.evidence.first
      return Dot(
        x: place(date), y: evidence == .declared || evidence == .cited ? 22 : 12,
        strong: evidence == .declared)
    }
  }

  private static func ticks(
    from first: CalendarDate, to last: CalendarDate, _ place: (CalendarDate) -> Double
  ) -> [Tick] {
    let isShort = last.dayNumber - first.dayNumber < longestByQuarter
    let step = max(1, (last.year - first.year) / mostTicks + 1)
    let years = stride(from: first.year, through: last.year, by: 1)
      .filter { isShort || $0.isMultiple(of: step) }
    return years.flatMap { year in
      (isShort ? [1, 4, 7, 10] : [1]).compactMap { month in
        guard let date = CalendarDate(year: year, month: month, day: 1), first <= date,
          date <= last
        else { return nil }
        let x = place(date)
        return Tick(x: x, text: month == 1 ? "\(year)" : DateContext.month(month), last: x > 94)
      }
    }
  }
}
