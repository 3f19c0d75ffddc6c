import Corpus

/// A moment of UTC: `Sun Jul 06 18:05:22 +0000 2025` of posts, `2025-07-06T18:05:22.000Z` of notes.
struct PostTime: Hashable, Comparable {
  let date: CalendarDate
  /// Seconds of the day.
  let second: Int

  init?(_ text: String) {
    let parts = text.split(separator: " ")
    if parts.count == 6 {
      guard let date = CalendarDate(parsing: "\(parts[2]) \(parts[1]) \(parts[5])"),
        let second = Self.seconds(parts[3])
      else { return nil }
      self.date = date
      self.second = second
      return
    }
    let halves = text.split(separator: "T")
    guard halves.count == 2, let date = CalendarDate(parsing: String(halves[0])),
      let second = Self.seconds(halves[1].prefix(8))
    else { return nil }
    self.date = date
    self.second = second
  }

  private static func seconds(_ clock: Substring) -> Int? {
    let numbers = clock.split(separator: ":").compactMap { Int($0) }
    guard numbers.count == 3, (0...23).contains(numbers[0]), (0...59).contains(numbers[1]),
      (0...60).contains(numbers[2])
    else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.date, left.second) < (right.date, right.second)
  }

  /// Whether both lie within so many seconds of one day.
  func isNear(_ other: PostTime, seconds: Int) -> Bool {
    date == other.date && abs(second - other.second) <= seconds
  }
}
