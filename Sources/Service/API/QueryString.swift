internal import WebPages

/// Reads the query of an address, as forms and programs write it.
enum QueryString {
  private static let mostFields = 200

  /// Its fields, decoded, in their order.
  ///
  /// - Throws: `ServiceError.malformed` for an escape that is none, for what is not UTF-8, and for too many
  ///   fields.
  static func fields(of query: String?) throws(ServiceError) -> [PageRequest.Field] {
    let parts = (query ?? "").split(separator: "&")
    guard parts.count <= mostFields else {
      throw .malformed("the address has more than \(mostFields) fields")
    }
    var fields: [PageRequest.Field] = []
    for part in parts {
      let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = try decoded(pieces[0])
      fields.append(PageRequest.Field(name, pieces.count > 1 ? try decoded(pieces[1]) : ""))
    }
    return fields
  }

  /// - Throws: As `fields(of:)`.
  static func decoded(_ text: Substring, plusIsSpace: Bool = true) throws(ServiceError) -> String {
    guard let bytes = PercentEscapes.decoded(text.utf8, plusIsSpace: plusIsSpace) else {
      throw .malformed("the address has a percent sign that escapes nothing")
    }
    guard let result = String(validating: bytes, as: UTF8.self) else {
      throw .malformed("the address is not UTF-8")
    }
    return result
  }
}
