/// What asymmetric models want before a text, depending on its role; empty for symmetric ones.
package struct TextPrefixes: Sendable, Equatable {
  package var query = ""
  package var passage = ""

  package init(query: String = "", passage: String = "") {
    self.query = query
    self.passage = passage
  }

  /// The prefix for texts of a role.
  package subscript(role: TextRole) -> String {
    switch role {
    case .query: query
    case .passage: passage
    }
  }
}
