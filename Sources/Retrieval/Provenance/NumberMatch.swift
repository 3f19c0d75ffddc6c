internal import Corpus
internal import Foundation

/// Compares the numbers of a statement with those of a passage: a figure that the source does not have is what
/// most often goes wrong when a page is compiled.
struct NumberMatch {
  /// As digits without signs that group them, each once.
  let numbers: Set<String>

  init(_ text: String) {
    numbers = Set(Self.numbers(in: text))
  }

  /// The share of the numbers that stand in `text` or in the words for its document: its title, date and
  /// time.
  ///
  /// - Returns: `nil` where the statement has no number.
  func share(in text: String, title: String, date: CalendarDate?, start: Double?) -> Double? {
    guard !numbers.isEmpty else { return nil }
    var known = Set(Self.numbers(in: text)).union(Self.numbers(in: title))
    if let date {
      known.formUnion([String(date.year), String(date.month), String(date.day)])
    }
    if let start {
      let seconds = Int(max(0, min(start, 1e9)))
      known.formUnion([seconds / 3600, seconds / 60 % 60, seconds % 60].map(String.init))
    }
    let words = Self.words(in: text)
    let found = numbers.filter { known.contains($0) || words.contains($0) }
    return Double(found.count) / Double(numbers.count)
  }

  /// Runs of digits; points and commas within one belong to it. `1,000` is `1000`, `2.0` is `2`.
  static func numbers(in text: String) -> [String] {
    var found: [String] = []
    var current = ""
    func end() {
      var number = current
      current = ""
      while let last = number.last, last == "." || last == "," { number.removeLast() }
      guard !number.isEmpty else { return }
      let groups = number.components(separatedBy: ",").dropFirst()
      if groups.allSatisfy({ group in group.prefix(while: { $0 != "." }).count == 3 }) {
        number.removeAll { $0 == "," }
      }
      if number.contains("."), !number.dropFirst().contains(",") {
        while number.last == "0" { number.removeLast() }
        if number.last == "." { number.removeLast() }
      }
      while number.count > 1, number.first == "0", number.dropFirst().first != "." {
        number.removeFirst()
      }
      found.append(number)
    }
    for character in text {
      if character.isASCII, character.isNumber {
        current.append(character)
      } else if !current.isEmpty, character == "." || character == "," {
        current.append(character)
      } else if !current.isEmpty {
        end()
      }
    }
    if !current.isEmpty { end() }
    return found
  }

  private static let named = [
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "hundred": "100",
    "thousand": "1000", "january": "1", "february": "2", "march": "3", "april": "4", "may": "5",
    "june": "6", "july": "7", "august": "8", "september": "9", "october": "10", "november": "11",
    "december": "12",
  ]

  /// Numbers that are written as words.
  private static func words(in text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter }.compactMap { named[String($0)] })
  }
}
