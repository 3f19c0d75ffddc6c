import ArgumentParser

/// Whether documents are brought up to date, for commands that need no vectors.
struct IndexFreshness: ParsableArguments {
  @Flag(name: .customLong("no-refresh"), help: "Show the index as it is.")
  var leavesIndex = false

  var options: RefreshOptions {
    var options = RefreshOptions()
    options.leavesIndex = leavesIndex
    options.wait = 20
    return options
  }
}
