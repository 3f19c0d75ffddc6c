/// Addresses of documents that lead out of the knowledge base, as far as a page may link to them.
enum OutsideAddress {
  /// The address such that it can stand in a link: of the schemes `http`, `https` and `mailto`, with everything
  /// percent-encoded that no address has.
  ///
  /// - Returns: `nil` for every other scheme, and for what is no address.
  static func safe(_ address: String) -> String? {
    let bytes = Array(address.utf8)
    for scheme in ["https://", "http://", "mailto:"] where begins(bytes, with: scheme) {
      let rest = bytes.dropFirst(scheme.utf8.count)
      guard let first = rest.first, isPart(first), !"/?#".utf8.contains(first) else { return nil }
      return scheme + encoded(rest)
    }
    return begins(bytes, with: "//") ? safe("https:" + address) : nil
  }

  /// Upper and lower case alike.
  private static func begins(_ bytes: [UInt8], with scheme: String) -> Bool {
    bytes.count >= scheme.utf8.count
      && zip(bytes, scheme.utf8).allSatisfy { byte, wanted in
        byte == wanted || ((0x41...0x5A).contains(byte) && byte | 0x20 == wanted)
      }
  }

  /// What may stand in an address, escapes included (RFC 3986), and what is encoded then.
  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x80...0xFF: true
    default: "-._~:/?#[]@!$&()*+,;=%".utf8.contains(byte)
    }
  }

  private static func encoded(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    for byte in bytes {
      if byte < 0x80, isPart(byte) {
        result.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += ("%" + (byte < 16 ? "0" : "") + digits).utf8
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
