/// The parts of a file of postings behind its header, in their order. Each begins at a multiple of 64.
enum SegmentPart: Int, CaseIterable, Sendable {
  /// Of each passage: its id (Int64, ascending), document (Int64), place within it and number of terms
  /// (UInt32), and whether it only lists pages (one byte).
  case ids, documents, places, lengths, lists
  /// The blocks of postings, term after term.
  case postings
  /// Where each term's bytes end (UInt32), and the bytes, ascending.
  case termEnds, termText
  /// Of each term: its first block, number of postings, number of those in the text (UInt32), and an upper
  /// bound of its factor (Float).
  case terms
  /// Of each block: the last ordinal, where its bytes begin (UInt32), an upper bound of its factor (Float).
  case blockLasts, blockStarts, blockBounds

  /// What messages call it.
  var name: String {
    switch self {
    case .ids: "ids"
    case .documents: "documents"
    case .places: "places"
    case .lengths: "lengths"
    case .lists: "marks of lists"
    case .postings: "postings"
    case .termEnds: "ends of terms"
    case .termText: "terms"
    case .terms: "entries of terms"
    case .blockLasts: "ends of blocks"
    case .blockStarts: "places of blocks"
    case .blockBounds: "bounds of blocks"
    }
  }
}
