internal import TerminalOutput

/// Paths and lines as pages show them.
enum PlaceText {
  /// A path cut behind each slash, where a line may break.
  static func segments(of path: String) -> [String] {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(\.shown)
    return parts.dropLast().map { $0 + "/" } + parts.suffix(1)
  }

  /// `13` or `19–22`
  static func lines(_ lines: ClosedRange<Int>) -> String {
    lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)–\(lines.upperBound)"
  }

  /// A time of a recording: `14:37`, `1:04:05`.
  static func clock(_ seconds: Double) -> String {
    let all = Int(max(0, min(seconds, 1e7)))
    let (hours, minutes, rest) = (all / 3600, all / 60 % 60, all % 60)
    let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
  }
}

extension Substring {
  fileprivate var shown: String { String(self).plainLine }
}
