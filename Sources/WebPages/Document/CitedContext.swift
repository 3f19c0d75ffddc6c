/// The bar that says which lines are cited.
struct CitedContext: Sendable {
  struct Recording: Sendable {
    var href: String
    var time: String
  }

  /// Where the lines are in the page.
  var anchor: String
  var text: String
  /// To be copied.
  var citation: String
  var recording: Recording?
  /// What became of a citation.
  var notice: String?
}
