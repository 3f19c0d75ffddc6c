/// An address that leads nowhere, or that says something which cannot be read.
struct PageError: Error, Sendable, Hashable {
  /// Status of HTTP.
  var status: Int
  var message: String
  /// Where, and how to mend it.
  var detail: String?
  /// Paths of documents that may be meant.
  var near: [String] = []

  static let noPage = PageError(
    status: 404, message: "No such page", detail: "The address leads nowhere here.")

  static func noDocument(_ path: String, near: [String] = []) -> PageError {
    PageError(
      status: 404, message: "No such document",
      detail: "\(path) is not in the index. It may have been renamed, or is ignored.", near: near)
  }

  static func unreadable(_ what: String, detail: String? = nil) -> PageError {
    PageError(status: 400, message: what, detail: detail)
  }
}
