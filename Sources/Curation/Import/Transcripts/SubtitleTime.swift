/// The line of times above a cue: `00:00:48.120 --> 00:01:06,000 align:start`.
enum SubtitleTime {
  /// Start and end in seconds, and what follows them.
  static func range(_ line: String) -> (start: Double, end: Double)? {
    guard let arrow = line.firstRange(of: "-->") else { return nil }
    let before = line[..<arrow.lowerBound].trimmed
    let after = line[arrow.upperBound...].trimmed
    let end = after.prefix { !$0.isWhitespace }
    guard let first = seconds(before), let last = seconds(String(end)) else { return nil }
    return (first, last)
  }

  /// `1:02:03.4`, `02:03,400`; hours may have any number of digits, minutes and seconds end at 59.
  static func seconds(_ text: String) -> Double? {
    let parts = text.replacing(",", with: ".").split(
      separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    var total = 0.0
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) || (isLast && $0 == 0x2E) }),
        part.utf8.count <= 12, let value = Double(part), value < 60 || index == parts.count - 3
      else { return nil }
      total = total * 60 + value
    }
    return total
  }
}
