/// Reads the path of a document in an address. It is looked up in the index and nowhere else; what no path of
/// an index can be is refused before.
enum DocumentAddress {
  /// - Throws: `ServiceError.malformed` for what cannot be decoded, `ServiceError.notFound` for parts that are
  ///   empty, lead up or hide a separator.
  static func path(_ text: Substring) throws(ServiceError) -> String {
    var parts: [String] = []
    for piece in text.split(separator: "/", omittingEmptySubsequences: false) {
      let part = try QueryString.decoded(piece, plusIsSpace: false)
      let isPlain = !part.isEmpty && part != "." && part != ".."
      guard isPlain, !part.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0 }) else {
        throw .notFound("there is no such document in the index")
      }
      parts.append(part)
    }
    return parts.joined(separator: "/")
  }
}
