/// What is wrong with the text of a citation; each case holds that text.
public enum CitationError: Error, Sendable, Hashable {
  /// The path is empty or wrongly encoded.
  case path(String)
  /// There are no lines, or none that could be.
  case lines(String)
  /// The bytes are no range.
  case bytes(String)
  /// The hash has not 8 hex digits.
  case hash(String)

  /// One line for people.
  public var message: String {
    switch self {
    case .path(let text): "\(text): the path is empty or wrongly percent-encoded"
    case .lines(let text): "\(text): a citation ends in :LINE or :FIRST-LAST, lines counted from 1"
    case .bytes(let text): "\(text): behind # stand the bytes, as #FIRST-END with FIRST < END"
    case .hash(let text): "\(text): behind @ stand 8 hex digits (a literal @ in a path is %40)"
    }
  }
}
