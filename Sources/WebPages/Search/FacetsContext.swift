/// What `facets.mustache` reads: the filters beside an answer.
struct FacetsContext: Sendable {
  struct Choice: Sendable {
    var id: String
    var name: String
    var value: String
    var text: String
    /// `nil` for one of several that exclude each other.
    var count: String?
    var checked: Bool
  }

  /// Choices that are shown after a click.
  struct Further: Sendable {
    var id: String
    var count: String
    var choices: [Choice]
  }

  struct Group: Sendable {
    var label: String
    var choices: [Choice]
    var further: Further?
  }

  struct Options: Sendable {
    var label: String
    var choices: [Choice]
  }

  /// Whether they stand open on a narrow screen.
  var open: Bool
  var setCount: String?
  var groups: [Group]
  var after: String
  var before: String
  var options: [Options]
}
