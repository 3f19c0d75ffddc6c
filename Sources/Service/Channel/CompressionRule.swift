internal import HTTPTypes
internal import NIOHTTP1
internal import NIOHTTPCompression

/// Which answers are compressed where the client takes that.
enum CompressionRule {
  /// Marks an answer that is not; never leaves the server.
  static let exemptionName = "X-Footnote-Plain"
  static var exemption: HTTPField.Name {
    guard let name = HTTPField.Name(exemptionName) else {
      preconditionFailure("no name of a field")
    }
    return name
  }

  /// Below this a compressed answer takes as many packets.
  private static let shortest = 1200
  private static let kinds = [
    "text/html", "text/css", "text/javascript", "text/plain", "image/svg+xml", "application/json",
    "application/problem+json", "application/vnd.oai.openapi+json",
  ]

  static func intent(
    _ head: inout HTTPResponseHead, isSupported: Bool
  ) -> HTTPResponseCompressor.CompressionIntent {
    let isExempt = head.headers.contains(name: exemptionName)
    head.headers.remove(name: exemptionName)
    let kind = head.headers.first(name: "content-type")?.prefix { $0 != ";" } ?? ""
    guard kinds.contains(String(kind)) else { return .doNotCompress }
    head.headers.replaceOrAdd(name: "vary", value: "accept-encoding")
    let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
    return !isExempt && length >= shortest ? .compressIfPossible : .doNotCompress
  }
}
