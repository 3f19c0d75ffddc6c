/// What `error.mustache` reads.
struct ErrorPageContext: Sendable {
  struct ErrorContext: Sendable {
    var status: String
    var message: String
    var detail: String?
    var suggestions: ListContext<LinkContext>?
  }

  var page: PageFrameContext
  var error: ErrorContext

  /// - Parameter query: What stands in the field on top.
  init(_ error: PageError, query: String, in frame: PageFrameContext) {
    page = frame.titled(error.message)
    page.query = query
    self.error = ErrorContext(
      status: String(error.status), message: error.message, detail: error.detail,
      suggestions: ListContext(
        error.near.map { LinkContext(href: PageAddress.document($0), text: $0) }))
  }
}
