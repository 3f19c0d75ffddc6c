public import Corpus

/// A time that a question names in words: `in early 2026`, `in July and August 2025`, `last October`,
/// `since May 2025`, `in 2024`. Unlike the fields `after:` and `before:` it only leads, it excludes
/// nothing.
public struct DateMention: Sendable, Hashable {
  /// The days that are meant, half-open.
  public var days: Range<CalendarDate>
  /// The question without the words that name the time. They are rare, and would be looked up as if
  /// they were what is asked for.
  public var rest: String

  /// Reads a question; `nil` where it names no time, or one that it leaves out (`before July 2025`,
  /// `not in 2024`: those are for the fields).
  ///
  /// Months without a year are the last ones that are over, seen from `today`, and this month after
  /// `this`. A year alone counts behind a word such as `in`, `since` or `early`, since a number can mean
  /// anything.
  public init?(in question: String, today: CalendarDate) {
    let words = Self.words(of: question)
    guard let mention = Self.points(in: words, today: today),
      !mention.indices.contains(where: { index in
        mention.indices.first == index && Self.isLeftOut(words, before: index)
      }), let days = Self.days(of: mention.points, words: words, mention, today: today)
    else { return nil }
    self.days = days
    rest = Self.text(words, without: mention.indices)
  }

  // MARK: Words

  private struct Word {
    /// As it stands in the question, with what is attached to it.
    var whole: Substring
    /// Lower-case letters and digits.
    var core: String
  }

  private static func words(of question: String) -> [Word] {
    question.split { $0 == " " || $0 == "\t" || $0 == "\n" }.map { whole in
      Word(
        whole: whole, core: whole.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" })
    }
  }

  private static func isLeftOut(_ words: [Word], before index: Int) -> Bool {
    words[max(0, index - 2)..<index].contains {
      ["before", "until", "not", "after", "except"].contains($0.core)
    }
  }

  /// What is left where the words of the time go, with the little words in front of them.
  private static func text(_ words: [Word], without indices: [Int]) -> String {
    var dropped = Set(indices)
    for index in indices {
      var before = index - 1
      while before >= 0, !dropped.contains(before), leads.contains(words[before].core) {
        dropped.insert(before)
        before -= 1
      }
    }
    return words.indices.filter { !dropped.contains($0) }.map { String(words[$0].whole) }
      .joined(separator: " ")
  }

  // MARK: Times

  /// A month, a year or both.
  private struct Point {
    var month: Int?
    var year: Int?
    var part: ClosedRange<Int>?
  }

  private struct Mention {
    var points: [Point] = []
    /// The words that name them.
    var indices: [Int] = []
  }

  private static let leads: Set<String> = [
    "in", "of", "since", "during", "around", "from", "to", "between", "last", "this", "and",
    "through", "late", "early", "mid",
  ]

  private static func points(in words: [Word], today: CalendarDate) -> Mention? {
    var mention = Mention()
    for (index, word) in words.enumerated() {
      let before = index > 0 ? words[index - 1].core : ""
      if let month = DateWords.month(word.core), isMonth(words, index) {
        mention.points.append(Point(month: month))
        mention.indices.append(index)
      } else if let point = numbers(word.core) {
        mention.points.append(point)
        mention.indices.append(index)
      } else if let year = DateWords.year(word.core) {
        if mention.indices.last == index - 1, mention.points.last?.year == nil,
          !mention.points.isEmpty
        {
          mention.points[mention.points.count - 1].year = year
        } else if leads.contains(before) || before == "by" {
          mention.points.append(Point(year: year, part: DateWords.parts[before]))
        } else {
          continue
        }
        mention.indices.append(index)
      }
    }
    return mention.points.isEmpty ? nil : mention
  }

  /// `2025-07`
  private static func numbers(_ word: String) -> Point? {
    let pieces = word.split(separator: "-")
    guard pieces.count == 2, let year = DateWords.year(pieces[0]), let month = Int(pieces[1]),
      (1...12).contains(month)
    else { return nil }
    return Point(month: month, year: year)
  }

  /// `may` and `march` are also verbs and nouns: they need a word such as `in` or a year beside them.
  private static func isMonth(_ words: [Word], _ index: Int) -> Bool {
    guard ["may", "march"].contains(words[index].core) else { return true }
    let before = index > 0 ? words[index - 1].core : ""
    let behind = index + 1 < words.count ? words[index + 1].core : ""
    return DateWords.year(behind) != nil || (leads.contains(before) && before != "of")
  }

  private static func days(
    of points: [Point], words: [Word], _ mention: Mention, today: CalendarDate
  ) -> Range<CalendarDate>? {
    guard let last = points.last, let index = mention.indices.first else { return nil }
    let before = index > 0 ? words[index - 1].core : ""
    var final = last
    if final.year == nil, let month = final.month {
      let isOver = month < today.month || (before == "this" && month == today.month)
      final.year = isOver ? today.year : today.year - 1
    }
    guard let endYear = final.year else { return nil }
    var first = points[0]
    if first.year == nil, let month = first.month {
      first.year = month <= (final.month ?? 12) ? endYear : endYear - 1
    }
    let endMonth = final.month ?? final.part?.upperBound ?? 12
    let startMonth = first.month ?? first.part?.lowerBound ?? 1
    guard let start = CalendarDate(year: first.year ?? endYear, month: startMonth, day: 1),
      let stop = CalendarDate(year: endYear, month: endMonth, day: 1)?.adding(months: 1),
      start < stop
    else { return nil }
    if before == "since", let tomorrow = today.adding(days: 1), start < tomorrow {
      return start..<tomorrow
    }
    return start..<stop
  }
}
