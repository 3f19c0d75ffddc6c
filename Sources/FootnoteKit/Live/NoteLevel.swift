/// How much a note of `Knowledge.maintain` matters.
public enum NoteLevel: String, Sendable, Hashable {
  case info, warning, error
}
