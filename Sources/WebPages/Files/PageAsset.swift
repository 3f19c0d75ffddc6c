internal import Digest

/// A file that pages need: a style, a script, a picture. It is part of the program.
public struct PageAsset: Sendable, Hashable {
  /// With the charset, where it is text.
  public let contentType: String
  public let bytes: [UInt8]
  /// A strong entity tag, quotation marks included.
  public let etag: String

  init(_ bytes: [UInt8], contentType: String) {
    self.bytes = bytes
    self.contentType = contentType
    etag = "\"\(SHA256Digest(of: bytes).hex.prefix(32))\""
  }
}
