/// A link with its text.
struct LinkContext: Sendable, Hashable {
  var href: String
  var text: String
}
