/// The encoding that a page gives itself, looked for as the standard has it: in the first 1,024 bytes.
enum HTMLEncoding {
  private static let margin = 1_024

  /// The name in `<meta charset=…>`, `<meta http-equiv … content="…; charset=…">` or an XML declaration.
  static func declared(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(margin), as: UTF8.self).lowercased()
    guard head.contains("<") else { return nil }
    if head.trimmed.hasPrefix("<?xml"), let name = value(after: "encoding=", in: head) {
      return name
    }
    for tag in head.split(separator: "<").dropFirst(head.hasPrefix("<") ? 0 : 1)
    where tag.hasPrefix("meta") {
      if let name = value(after: "charset=", in: String(tag)) { return name }
    }
    return nil
  }

  private static func value(after key: String, in text: String) -> String? {
    guard let range = text.firstRange(of: key) else { return nil }
    let rest = text[range.upperBound...].drop { "\"' ".contains($0) }
    let name = rest.prefix { !"\"' ;>/?".contains($0) }
    return name.isEmpty ? nil : String(name)
  }
}
