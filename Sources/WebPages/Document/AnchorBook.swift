/// The ids of a page: each is given once.
struct AnchorBook {
  private var lines: Set<Int> = []
  private var names: Set<String> = []
  private var copies: [String: Int] = [:]
  /// The line that the page is to be opened at.
  let wanted: Int?

  init(wanted: Int?) {
    self.wanted = wanted
  }

  /// Whether a line has no element yet that bears its number.
  mutating func take(line: Int) -> Bool { lines.insert(line).inserted }

  /// Whether the wanted line lies here and is still without a place.
  mutating func takeWanted(in range: ClosedRange<Int>) -> Int? {
    guard let wanted, range.contains(wanted), take(line: wanted) else { return nil }
    return wanted
  }

  /// The name itself where it is free.
  mutating func take(name: String) -> Bool { names.insert(name).inserted }

  /// The name, with a number where it is not free.
  ///
  /// - Complexity: O(1) on average.
  mutating func unique(_ name: String) -> String {
    var candidate = name
    while !names.insert(candidate).inserted {
      let number = (copies[name] ?? 1) + 1
      copies[name] = number
      candidate = "\(name)-\(number)"
    }
    return candidate
  }
}
