internal import Digest

/// Tags of answers. All are weak: the same answer may travel compressed or not.
enum EntityTag {
  static func of(_ bytes: [UInt8]) -> String {
    "W/\"\(SHA256Digest(of: bytes).hex.prefix(24))\""
  }

  static func of(_ text: String) -> String { of(Array(text.utf8)) }

  /// Whether a client that sends these `If-None-Match` fields has what `tag` names.
  static func matches(_ tag: String, _ fields: [String]) -> Bool {
    let opaque = plain(tag[...])
    return fields.joined(separator: ",").split(separator: ",").contains { item in
      let item = item.drop { $0 == " " || $0 == "\t" }
      return item.first == "*" || plain(item) == opaque
    }
  }

  private static func plain(_ tag: Substring) -> Substring {
    let core = tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
    return core.prefix { $0 != " " && $0 != "\t" }
  }
}
