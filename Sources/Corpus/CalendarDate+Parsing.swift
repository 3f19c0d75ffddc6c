extension CalendarDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Reads a date as people and programs write it: `2025-07-06`, `2025/7/6`, `2025.7.6`, `20250706`, with
  /// or without a time behind it, `July 6, 2025`, `6 Jul 2025`; a month or year alone stands for its
  /// first day.
  ///
  ///     CalendarDate(parsing: "2025-07-06T10:00:00Z")  // 2025-07-06
  public init?(parsing text: String) {
    let bytes = Array(text.utf8).filter { $0 != 0x5B && $0 != 0x5D && $0 != 0x22 && $0 != 0x27 }
    let trimmed = bytes.drop(while: ByteClass.isBlank)
    guard let first = trimmed.first else { return nil }
    let date =
      ByteClass.isDigit(first)
      ? Self.numeric(trimmed) ?? Self.worded(trimmed) : Self.worded(trimmed)
    guard let date else { return nil }
    self = date
  }

  private static func numeric(_ bytes: ArraySlice<UInt8>) -> CalendarDate? {
    var scanner = DigitScanner(bytes)
    guard let year = scanner.number(maximumDigits: 8) else { return nil }
    if year.digits == 8 {
      guard scanner.isAtEndOfDate else { return nil }
      return CalendarDate(
        year: year.value / 10_000, month: year.value / 100 % 100, day: year.value % 100)
    }
    guard year.digits == 4 else { return nil }
    if scanner.isAtEnd { return CalendarDate(year: year.value, month: 1, day: 1) }
    guard let separator = scanner.separator(), let month = scanner.number(maximumDigits: 2) else {
      return nil
    }
    if scanner.isAtEnd { return CalendarDate(year: year.value, month: month.value, day: 1) }
    guard scanner.separator() == separator, let day = scanner.number(maximumDigits: 2),
      scanner.isAtEndOfDate
    else { return nil }
    return CalendarDate(year: year.value, month: month.value, day: day.value)
  }

  private static func worded(_ bytes: ArraySlice<UInt8>) -> CalendarDate? {
    guard bytes.count <= 60 else { return nil }
    var year: Int?
    var month: Int?
    var day: Int?
    for part in bytes.split(whereSeparator: { ByteClass.isBlank($0) || $0 == 0x2C }) {
      let word = String(decoding: part, as: UTF8.self).lowercased()
      let number = Int(String(decoding: part.prefix(while: ByteClass.isDigit), as: UTF8.self))
      if let number, part.count == 4, number > 31 {
        year = year ?? number
      } else if let number, number <= 31 {
        day = day ?? number
      } else if word.utf8.count >= 3, let index = months.firstIndex(where: { word.hasPrefix($0) }) {
        month = month ?? index + 1
      } else if year == nil, !isWeekday(word) {
        return nil
      }
    }
    guard let year, let month else { return nil }
    return CalendarDate(year: year, month: month, day: day ?? 1)
  }

  private static func isWeekday(_ word: String) -> Bool {
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains { word.hasPrefix($0) }
  }
}

/// Reads digits and separators from the front.
struct DigitScanner {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  var isAtEnd: Bool { rest.allSatisfy(ByteClass.isBlank) }

  /// Whether at most a time follows.
  var isAtEndOfDate: Bool {
    guard let next = rest.first else { return true }
    return ByteClass.isBlank(next) || next == 0x54 || next == 0x74 || next == 0x2C
  }

  /// All digits that follow; `nil` for none and for more than `maximumDigits`.
  mutating func number(maximumDigits: Int) -> (value: Int, digits: Int)? {
    let digits = rest.prefix(while: ByteClass.isDigit)
    guard !digits.isEmpty, digits.count <= maximumDigits else { return nil }
    rest = rest[digits.endIndex...]
    return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count)
  }

  mutating func separator() -> UInt8? {
    guard let byte = rest.first, [0x2D, 0x2E, 0x2F, 0x5F].contains(byte) else { return nil }
    rest = rest.dropFirst()
    return byte
  }
}
