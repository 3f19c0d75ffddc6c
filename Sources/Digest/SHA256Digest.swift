internal import CCrypto

/// The sha256 of some bytes (FIPS 180-4), computed by the system's libcrypto, which uses the
/// processor's SHA instructions where it has them.
///
///     SHA256Digest(of: Array("abc".utf8)).prefix  // "ba7816bf"
public struct SHA256Digest: Sendable, Hashable {
  /// The 32 bytes of the digest.
  public let bytes: [UInt8]

  /// Digests `data`. Complexity: O(`data.count`).
  public init(of data: borrowing Span<UInt8>) {
    var hasher = SHA256Hasher()
    hasher.update(data)
    self = hasher.finalize()
  }

  /// Digests `data`. Complexity: O(`data.count`).
  public init(of data: [UInt8]) {
    self.init(of: data.span)
  }

  /// Digests the UTF-8 of `text`.
  public init(of text: String) {
    self.init(of: Array(text.utf8))
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// 64 lower-case hex digits.
  public var hex: String { Self.hex(bytes) }

  /// The first 8 hex digits, as they stand after `@` in a kept citation.
  public var prefix: String { Self.hex(bytes.prefix(4)) }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
