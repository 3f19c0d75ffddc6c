/// The citations that repeat a hit, for people: a text that hundreds of files repeat must not fill the
/// answer. JSON has all of them.
public enum RepetitionList {
  /// Citations that are named; the rest is counted.
  private static let longest = 3

  /// `a, b, c and 6 more`.
  public static func text(of citations: [String]) -> String {
    let named = citations.prefix(longest).joined(separator: ", ")
    let more = citations.count - longest
    return more > 0 ? "\(named) and \(more) more" : named
  }
}
