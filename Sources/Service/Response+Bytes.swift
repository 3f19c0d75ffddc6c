internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import WebPages

extension Response {
  /// A page, or a part of one.
  init(_ page: PageAnswer) {
    self.init(
      status: .init(code: page.status), headers: [.contentType: page.contentType],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: page.body)))
  }

  /// A whole body with its tag; without the body where the client has it already (RFC 9110, 13.1.2).
  init(
    _ bytes: [UInt8], contentType: String, tag: String, for request: Request
  ) {
    var headers: HTTPFields = [.contentType: contentType, .eTag: tag, .cacheControl: "no-cache"]
    if EntityTag.matches(tag, request.headers[values: .ifNoneMatch]) {
      headers[.contentType] = nil
      self.init(status: .notModified, headers: headers)
      return
    }
    self.init(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
