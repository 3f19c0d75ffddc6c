extension CodingUserInfoKey {
  static let citationLinks = CodingUserInfoKey(rawValue: "footnote.links")
}

extension Swift.Encoder {
  /// The address that opens a place, where whoever encodes asked for addresses.
  func link(to path: String, line: Int? = nil) -> String? {
    let links = CodingUserInfoKey.citationLinks.flatMap { userInfo[$0] } as? CitationLinks
    return links?.address(of: path, line: line)
  }
}
