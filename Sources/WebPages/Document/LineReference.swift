/// Lines as addresses and links name them.
enum LineReference {
  /// `29` and `29-31`, as in `?lines=`; `nil` for what names no lines.
  static func lines(_ text: some StringProtocol) -> ClosedRange<Int>? {
    let parts = String(text).split(
      separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { number($0) }
    guard numbers.count == parts.count, let first = numbers.first, let last = numbers.last,
      first <= last
    else { return nil }
    return first...last
  }

  /// `L29`, `L29-L31` and `L29-31`, as behind `#`.
  static func fragment(_ text: String) -> ClosedRange<Int>? {
    guard text.first == "L" else { return nil }
    return lines(text.dropFirst().replacing("-L", with: "-", maxReplacements: 1))
  }

  /// 1 and up; no file has as many lines as fit 10 digits.
  private static func number(_ text: Substring) -> Int? {
    guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text).flatMap { $0 > 0 ? $0 : nil }
  }

  /// `line 29` or `lines 29–31`
  static func named(_ lines: ClosedRange<Int>) -> String {
    (lines.count == 1 ? "line " : "lines ") + text(lines)
  }

  /// `29` or `29–31`, for people.
  static func text(_ lines: ClosedRange<Int>) -> String {
    lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)–\(lines.upperBound)"
  }
}
