/// A block of a document as it is shown.
package struct TextBlock: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case paragraph
    /// 1 ... 6
    case heading(level: Int)
    case code
    case html
    case rule
    case table
    /// Link reference definitions, which show nothing.
    case definition
    case quote
    case list(ListStyle)
    case item
  }

  /// What a paragraph begins with that is not text.
  package enum LeadIn: Sendable, Hashable {
    /// `[x]`
    case task(isDone: Bool)
    /// `[!note]`, the kind in lower case.
    case callout(String)
    /// `[^label]:`
    case footnote(label: String)
  }

  package var kind: Kind
  /// Lines of the file, from 1. Of a container from its first block to its last one.
  package var lines: ClosedRange<Int>
  /// Index of the container, -1 at the top.
  package var parent: Int
  /// Index behind the last block that this one holds.
  package var end: Int
  package var leadIn: LeadIn?
}
