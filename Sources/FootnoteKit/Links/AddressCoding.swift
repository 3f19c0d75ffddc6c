/// Percent-encoding of what an address holds, after RFC 3986.
enum AddressCoding {
  /// Part of a path or a value, with every byte encoded that RFC 3986 does not call unreserved. The result
  /// is ASCII, holds nothing that steers a terminal, and is read as it is meant by whatever takes an
  /// address apart.
  ///
  ///     AddressCoding.encoded("a b/ü.md")  // "a%20b%2F%C3%BC.md"
  static func encoded(_ part: some StringProtocol) -> String {
    var result = ""
    for byte in part.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII,
        scalar.properties.isAlphabetic || "0123456789-._~".unicodeScalars.contains(scalar)
      {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }

  /// A path with its slashes kept.
  static func path(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).map(encoded)
      .joined(separator: "/")
  }
}
