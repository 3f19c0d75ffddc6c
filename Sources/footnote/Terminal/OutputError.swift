/// Why results cannot be written.
enum OutputError: Error {
  /// The reader has gone away, as `head` does when it has enough.
  case closed
  case failed(reason: String)
}
