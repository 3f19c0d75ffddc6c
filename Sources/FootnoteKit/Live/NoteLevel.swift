/// How much a note of `Knowledge.maintain` matters.
public enum NoteLevel: String, Sendable, Hashable {
  /// Something was done.
  case info
  /// Something is missing from answers.
  case warning
  /// Something failed; it is tried again.
  case error
}
