/// How a command ended, as grep says it. Thrown to end with another status than `found`.
enum ExitStatus: Int32, Error {
  case found = 0
  case nothingFound = 1
  case error = 2
  /// As a shell reports a process that SIGINT ended.
  case interrupted = 130
}
