internal import Corpus

/// A time that a text states in words or figures: `27 January 2026`, `October 2025`, `2017 to 2022`,
/// `2026-01-27`, `in 2024`.
///
/// Unlike `DateMention`, which reads what a question asks for, it takes no time without a year and none
/// that depends on the day on which it is read.
package struct StatedTime: Sendable, Hashable {
  package var span: TimeSpan
  /// Whether the text begins with it, little words aside.
  package var isLeading: Bool
  /// Whether nothing at all stands before it, signs aside.
  package var isLabel: Bool
  /// Whether it is a year alone, which may be of anything that the text speaks of.
  package var isYear: Bool

  /// Whether it names no more than years.
  var isOfYears: Bool {
    isYear
      || (span.first.month == 1 && span.first.day == 1 && span.last.month == 12
        && span.last.day == 31)
  }

  /// All times that `text` states, in its order.
  ///
  /// - Complexity: O(length of the text).
  package static func all(in text: String) -> [StatedTime] {
    let tokens = TimeToken.tokens(of: text)
    var found: [StatedTime] = []
    var index = 0
    while index < tokens.count {
      guard let time = TimeGrammar(tokens).time(at: index) else {
        index += 1
        continue
      }
      let before = tokens[..<index]
      found.append(
        StatedTime(
          span: time.span, isLeading: before.allSatisfy(\.isLead),
          isLabel: before.allSatisfy { $0.isLead && !$0.isWord }, isYear: time.isYear))
      index = time.end
    }
    return found
  }

  /// The time that the text begins with.
  package static func leading(in text: String) -> StatedTime? {
    all(in: text).first.flatMap { $0.isLeading ? $0 : nil }
  }
}
