/// A page, or a part of one, ready to be sent.
public struct PageAnswer: Sendable, Hashable {
  /// Status of HTTP.
  public var status: Int
  /// With the charset: `text/html; charset=utf-8`.
  public var contentType: String
  public var body: [UInt8]

  public init(status: Int = 200, contentType: String, body: [UInt8]) {
    self.status = status
    self.contentType = contentType
    self.body = body
  }
}
