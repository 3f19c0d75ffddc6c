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
}

extension Substring {
  fileprivate var shown: String { String(self).plainLine }
}
