import FootnoteKit

/// Files that are there but not indexed, as lines for people.
enum SkippedLines {
  /// Files that are named; the rest is counted.
  private static let longestList = 5

  static func lines(of files: [SkippedFile]) -> [String] {
    let named = files.prefix(longestList).map { "skipped \($0.path): \($0.reason)" }
    let more = files.count - named.count
    return more == 0 ? named : named + ["skipped \(more) more files (footnote status lists all)"]
  }
}
