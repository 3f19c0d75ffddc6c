/// What is wrong with a file of postings, or with what shall be written to one.
package enum SegmentError: Error, Sendable, Hashable {
  /// The file could not be opened, read or mapped.
  case unreadable(path: String, reason: String)
  /// It is no file of postings, one of another version, or its header is damaged.
  case damagedHeader(path: String)
  /// A part's bytes are not what was written.
  case damagedPart(path: String, part: String)
  /// The file could not be written.
  case unwritable(path: String, reason: String)
  /// A passage's id is not above that of the one before it.
  case unordered(id: Int64)
  /// More passages, terms or bytes than one segment holds: 4 billion of each.
  case tooLarge
}

extension SegmentError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
    case .damagedHeader(let path): "\(path) is no file of postings, or a damaged one"
    case .damagedPart(let path, let part):
      "\(path) is damaged: its \(part) are not what was written"
    case .unwritable(let path, let reason): "cannot write \(path): \(reason)"
    case .unordered(let id): "passage \(id) does not come after the one before it"
    case .tooLarge:
      "a file of postings holds 4 billion passages, terms or bytes of postings at most"
    }
  }
}
