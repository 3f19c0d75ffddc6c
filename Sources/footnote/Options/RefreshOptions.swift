import ArgumentParser

/// How much is brought up to date before an answer.
struct RefreshOptions: ParsableArguments {
  @Flag(name: .customLong("no-refresh"), help: "Answer from the index as it is.")
  var leavesIndex = false

  @Option(
    help: ArgumentHelp(
      "Longest time to encode before an answer that does not go to a terminal.",
      valueName: "seconds"))
  var wait: Double = 20

  /// A week, in seconds. Work of this length is for `footnote index`.
  private static let longestWait = 604_800.0

  func validate() throws {
    guard (0...Self.longestWait).contains(wait) else {
      throw ValidationError("--wait takes a number of seconds from 0 to 604800, a week")
    }
  }
}
