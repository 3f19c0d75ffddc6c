internal import Corpus

/// Reads times from tokens.
struct TimeGrammar {
  /// A time, and the index of the token behind it.
  struct Time {
    var span: TimeSpan
    var end: Int
    var isYear = false
  }

  private let tokens: [TimeToken]

  init(_ tokens: [TimeToken]) {
    self.tokens = tokens
  }

  /// The time that begins with the token at `index`.
  func time(at index: Int) -> Time? {
    guard let first = single(at: index) ?? daysOfMonth(at: index) ?? monthsOfYear(at: index) else {
      return year(at: index)
    }
    guard let behind = connector(at: first.end, before: index), let second = single(at: behind),
      let span = TimeSpan(from: first.span.first, to: second.span.last)
    else { return first }
    return Time(span: span, end: second.end)
  }

  /// A day or a month with its year.
  private func single(at index: Int) -> Time? {
    dayMonthYear(at: index) ?? monthDayYear(at: index) ?? monthYear(at: index) ?? figures(at: index)
      ?? signs(at: index)
  }

  // MARK: Tokens

  private func word(_ index: Int) -> String? {
    guard tokens.indices.contains(index), case .word(let word) = tokens[index] else { return nil }
    return word
  }

  private func sign(_ index: Int) -> Character? {
    guard tokens.indices.contains(index), case .sign(let sign) = tokens[index] else { return nil }
    return sign
  }

  private func digits(_ index: Int) -> String? {
    guard tokens.indices.contains(index), case .number(let digits) = tokens[index] else {
      return nil
    }
    return digits
  }

  private func month(_ index: Int) -> Int? {
    word(index).flatMap(DateWords.shortenedMonth)
  }

  private func year(_ index: Int) -> Int? {
    digits(index).flatMap { DateWords.year($0) }
  }

  /// A number of one or two digits, and the index behind it and behind `st`, `nd`, `rd`, `th`, `.`, `of`.
  private func day(_ index: Int) -> (day: Int, end: Int)? {
    guard let text = digits(index), text.count <= 2, let day = Int(text), (1...31).contains(day)
    else { return nil }
    var end = index + 1
    if let word = word(end), ["st", "nd", "rd", "th"].contains(word) { end += 1 }
    if sign(end) == "." { end += 1 }
    if word(end) == "of" { end += 1 }
    return (day, end)
  }

  private func skipping(_ signs: String, at index: Int) -> Int {
    sign(index).map { signs.contains($0) } == true ? index + 1 : index
  }

  /// The index behind the words that join the two ends of a span.
  private func connector(at index: Int, before start: Int) -> Int? {
    if let word = word(index), ["to", "until", "till", "through"].contains(word) {
      return index + 1
    }
    if word(index) == "and", word(start - 1) == "between" { return index + 1 }
    return sign(index).flatMap { "–—-/".contains($0) ? index + 1 : nil }
  }

  // MARK: Words

  /// `27 January 2026`, `27th of January, 2026`
  private func dayMonthYear(at index: Int) -> Time? {
    guard let (day, next) = day(index), let month = month(next) else { return nil }
    let place = skipping(",.", at: next + 1)
    guard let year = year(place),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return Time(span: TimeSpan(date), end: place + 1)
  }

  /// `January 27, 2026`
  private func monthDayYear(at index: Int) -> Time? {
    guard let month = month(index), let (day, next) = day(skipping(".", at: index + 1)) else {
      return nil
    }
    let place = skipping(",", at: next)
    guard let year = year(place), let date = CalendarDate(year: year, month: month, day: day) else {
      return nil
    }
    return Time(span: TimeSpan(date), end: place + 1)
  }

  /// `January 2026`, `Jan. 2026`
  private func monthYear(at index: Int) -> Time? {
    // `31 February 2025` is no day, and no month either.
    guard let month = month(index), digits(index - 1) == nil else { return nil }
    var place = skipping(".,", at: index + 1)
    if word(place) == "of" { place += 1 }
    guard let year = year(place), let span = TimeSpan(year: year, months: month...month) else {
      return nil
    }
    return Time(span: span, end: place + 1)
  }

  /// `2 to 5 October 2025`
  private func daysOfMonth(at index: Int) -> Time? {
    guard let (first, next) = day(index), let place = joint(at: next),
      let last = dayMonthYear(at: place),
      let start = CalendarDate(
        year: last.span.first.year, month: last.span.first.month, day: first),
      let span = TimeSpan(from: start, to: last.span.last)
    else { return nil }
    return Time(span: span, end: last.end)
  }

  /// `July and August 2025`, `October to December 2025`, `November 2025` with its year left to the last.
  private func monthsOfYear(at index: Int) -> Time? {
    guard let first = month(index), let place = joint(at: index + 1),
      let last = monthYear(at: place), first <= last.span.first.month,
      let span = TimeSpan(year: last.span.first.year, months: first...last.span.first.month)
    else { return nil }
    return Time(span: span, end: last.end)
  }

  /// The index behind what joins two days or months of the same year.
  private func joint(at index: Int) -> Int? {
    if word(index) == "and" || word(index) == "or" { return index + 1 }
    return connector(at: index, before: index)
  }

  // MARK: Figures

  /// `2026-01-27`, `2026/1/27`, `2026-01`
  private func figures(at index: Int) -> Time? {
    guard let year = year(index), let separator = sign(index + 1), "-/.".contains(separator),
      let month = digits(index + 2).flatMap({ $0.count <= 2 ? Int($0) : nil })
    else { return nil }
    if sign(index + 3) == separator, let (day, _) = day(index + 4),
      let date = CalendarDate(year: year, month: month, day: day)
    {
      return Time(span: TimeSpan(date), end: index + 5)
    }
    // `2025.7` may be a version, `2024/25` a season.
    guard separator == "-", digits(index + 2)?.count == 2, (1...12).contains(month),
      let span = TimeSpan(year: year, months: month...month)
    else { return nil }
    return Time(span: span, end: index + 3)
  }

  /// `2025年7月6日`
  private func signs(at index: Int) -> Time? {
    guard let year = year(index), word(index + 1) == "年" else { return nil }
    guard let month = digits(index + 2).flatMap({ Int($0) }), word(index + 3) == "月" else {
      return TimeSpan(year: year, months: 1...12).map { Time(span: $0, end: index + 2) }
    }
    if let (day, end) = day(index + 4), let mark = word(end), "日号號".contains(mark),
      let date = CalendarDate(year: year, month: month, day: day)
    {
      return Time(span: TimeSpan(date), end: end + 1)
    }
    guard (1...12).contains(month) else { return nil }
    return TimeSpan(year: year, months: month...month).map { Time(span: $0, end: index + 4) }
  }

  // MARK: Years

  /// Words before a number that make it a year.
  private static let yearLeads: Set<String> = [
    "in", "since", "by", "of", "from", "until", "before", "after", "around", "during", "early",
    "mid", "late", "between", "to", "and", "about", "spring", "summer", "autumn", "winter", "fall",
  ]

  /// `2017 to 2022`, `in 2024`, `early 2026`; a number of four digits can mean anything else.
  private func year(at index: Int) -> Time? {
    guard let year = year(index) else { return nil }
    if let behind = connector(at: index + 1, before: index), let other = self.year(behind),
      year < other, isEnd(behind + 1), let first = TimeSpan(year: year, months: 1...12),
      let last = TimeSpan(year: other, months: 1...12)
    {
      return Time(span: first.joined(with: last), end: behind + 1)
    }
    let before = word(index - 1)
    let isLed = before.map(Self.yearLeads.contains) ?? tokens[..<index].allSatisfy(\.isLead)
    guard isLed || sign(index - 1) == "(", isEnd(index + 1) else { return nil }
    let months = before.flatMap { DateWords.parts[$0] } ?? 1...12
    return TimeSpan(year: year, months: months)
      .map { Time(span: $0, end: index + 1, isYear: true) }
  }

  /// Whether a number that ends before `index` stands for itself: what follows is no noun that it counts.
  private func isEnd(_ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return true }
    switch tokens[index] {
    case .word(let word): return FunctionWords.contains(word)
    case .number: return false
    case .sign(let sign): return !"%$€£".contains(sign)
    }
  }
}
