/// A block of markdown by its lines.
struct Block {
  enum Kind: Equatable {
    case paragraph
    case heading(level: Int)
    /// Fenced or indented.
    case code
    case html
    case thematicBreak
    case table
    /// Link reference definitions, which show nothing.
    case definition
    case quote, list, item

    var isContainer: Bool { self == .quote || self == .list || self == .item }

    var isHeading: Bool {
      if case .heading = self { return true }
      return false
    }
  }

  var kind: Kind
  /// 1-based.
  var first: Int
  var last: Int
  /// Index of the block that it lies in, -1 at the top.
  var parent: Int
  /// Given for a list.
  var list: ListStyle?
}
