/// The path of an address, decoded part by part, so that an encoded slash never separates two parts.
struct AddressPath: Sendable, Hashable {
  /// Empty for `/`.
  let parts: [String]

  /// - Throws: `PageError`: 400 where an escape is not one; 404 for what no path of a page or document has: an
  ///   empty part, `.` and `..`, a slash or NUL within a part, what is not UTF-8.
  init(_ path: String) throws(PageError) {
    guard path.utf8.first == UInt8(ascii: "/") else { throw .noPage }
    if path == "/" {
      parts = []
      return
    }
    var parts: [String] = []
    for part in path.utf8.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    {
      parts.append(try Self.decoded(part))
    }
    self.parts = parts
  }

  private static func decoded(_ part: Substring.UTF8View) throws(PageError) -> String {
    guard let bytes = PercentEscapes.decoded(part) else {
      throw .unreadable(
        "This address cannot be read", detail: "A percent sign is followed by two hex digits.")
    }
    guard !bytes.contains(0), !bytes.contains(UInt8(ascii: "/")),
      let text = String(validating: bytes, as: UTF8.self), !["", ".", ".."].contains(text)
    else { throw .noPage }
    return text
  }
}
