/// Which files are merged into one: few files are quick to search, and each passage is written anew only a few
/// times.
enum SegmentMerging {
  /// A share of the passages that may be gone before the files are written without them, and a number on top
  /// of it.
  private static let removedShare = 8
  private static let removedSlack = 1024

  /// The files to merge, empty where they are well as they are.
  ///
  /// The last ones, as long as one is less than twice as long as what comes behind it: their number stays
  /// logarithmic, as in the logarithmic method of Bentley and Saxe ("Decomposable searching problems", 1980).
  ///
  /// - Parameters:
  ///   - counts: Passages of each file, in their order.
  ///   - gone: Number of passages among them that are gone.
  static func due(_ counts: [Int], gone: Int) -> Range<Int> {
    let all = counts.reduce(0, +)
    if counts.count > 0, gone > removedSlack + all / removedShare { return 0..<counts.count }
    guard counts.count > 1 else { return 0..<0 }
    var start = counts.count - 1
    var behind = counts[start]
    while start > 0, counts[start - 1] < 2 * behind {
      start -= 1
      behind += counts[start]
    }
    return start < counts.count - 1 ? start..<counts.count : 0..<0
  }
}
