internal import Mustache

/// Escapes text for HTML, byte by byte.
///
/// The library's own way looks at characters, so that a quotation mark under an accent is not one to it,
/// but is one to a browser.
struct EscapedHTML: MustacheContentType {
  static let name = "FOOTNOTE_HTML"

  func escapeText(_ text: String) -> String {
    Self.escaped(text)
  }

  /// The text with `<`, `>`, `&` and both quotation marks as entities.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + text.utf8.count / 8)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
