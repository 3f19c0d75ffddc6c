/// The words and numbers in which English names times.
enum DateWords {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// Months of a part of a year.
  static let parts = ["early": 1...4, "mid": 5...8, "late": 9...12]

  /// 1 ... 12 for the name of a month in lower case.
  static func month(_ word: String) -> Int? {
    months.firstIndex(of: word).map { $0 + 1 }
  }

  /// 1 ... 12 for a name in lower case that may be short: `oct`, `sept`.
  static func shortenedMonth(_ word: String) -> Int? {
    if word == "sept" { return 9 }
    return month(word)
      ?? (word.count == 3 ? months.firstIndex { $0.hasPrefix(word) } : nil)
      .map { $0 + 1 }
  }

  /// A number of four digits that can be a year of somebody's notes.
  static func year(_ digits: some StringProtocol) -> Int? {
    guard digits.count == 4, let year = Int(digits), (1950...2100).contains(year) else {
      return nil
    }
    return year
  }
}
