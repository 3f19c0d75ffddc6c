internal import GRDB

/// The terms of a passage that the file of postings does not have yet.
struct AddedPassage: Sendable {
  let id: Int64
  /// Number of terms.
  let length: Int
  /// Whether it only lists pages.
  let isList: Bool
  private let terms: [String: FieldCounts]

  /// Reads `passage, terms, navigational, title, heading, body`.
  init(_ row: Row) throws {
    id = try row.decode(atIndex: 0)
    length = try row.decode(atIndex: 1)
    isList = try row.decode(atIndex: 2)
    var terms: [String: FieldCounts] = [:]
    for (index, column) in ["title", "heading", "body"].enumerated() {
      let text: String = try row.decode(atIndex: 3 + index)
      for term in text.split(separator: " ") {
        terms[String(term), default: FieldCounts()].add(column: column)
      }
    }
    self.terms = terms
  }

  /// How often each column has a term, or all that begin with it together.
  func counts(of element: LexicalQuery.Element) -> FieldCounts {
    guard element.isPrefix else { return terms[element.term] ?? FieldCounts() }
    var sum = FieldCounts()
    for (term, counts) in terms where term.utf8.starts(with: element.term.utf8) { sum += counts }
    return sum
  }
}
