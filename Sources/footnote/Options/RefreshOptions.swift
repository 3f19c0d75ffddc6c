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

  func validate() throws {
    guard wait.isFinite, wait >= 0 else {
      throw ValidationError("--wait takes a number of seconds, 0 or more")
    }
  }
}
