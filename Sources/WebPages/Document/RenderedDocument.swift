/// The text of a document as safe HTML.
struct RenderedDocument: Sendable {
  struct Heading: Sendable, Hashable {
    /// 2 ... 6
    var level: Int
    var anchor: String
    var text: String
  }

  var html: String
  /// At the top of the document, in its order.
  var headings: [Heading]
  /// The last line of the file that is shown, where the page became too long before its end.
  var cutBehind: Int?
}
