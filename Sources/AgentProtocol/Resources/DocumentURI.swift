internal import Foundation

/// The address of a document as a resource: `footnote://document/wiki/concepts/x.md`. Behind the host stands
/// the path as answers write it, percent-encoded.
enum DocumentURI {
  static let prefix = "footnote://document/"
  /// For clients that make addresses themselves (RFC 6570).
  static let template = prefix + "{+path}"

  /// What RFC 3986 lets stand in a path, and nothing that means something in it.
  private static let plain = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)

  static func uri(of path: String) -> String {
    var text = prefix
    for byte in path.utf8 {
      if plain.contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return text
  }

  /// The path that `uri` names; `nil` where it is none of these addresses, or one that tries to lead
  /// elsewhere.
  ///
  /// Clients may have written a character more or less in percent-encoding. A slash, a dot or a control
  /// character so written is refused: nobody writes them so who means a path as it is listed.
  static func path(of uri: String) -> String? {
    guard uri.utf8.starts(with: prefix.utf8) else { return nil }
    var bytes: [UInt8] = []
    var rest = Array(uri.utf8.dropFirst(prefix.utf8.count))[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { return nil }
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let decoded = decode(rest.prefix(2)), decoded >= 0x20, decoded != 0x7F,
        ![UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "\\")].contains(decoded)
      else { return nil }
      bytes.append(decoded)
      rest = rest.dropFirst(2)
    }
    guard let path = String(validating: bytes, as: UTF8.self), isPlain(path) else { return nil }
    return path
  }

  /// Whether every part of a path is a name.
  private static func isPlain(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { part in
        !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
          && !part.contains(0)
      }
  }

  private static func decode(_ digits: ArraySlice<UInt8>) -> UInt8? {
    let text = String(decoding: digits, as: UTF8.self)
    guard text.utf8.count == 2, text.allSatisfy(\.isHexDigit) else { return nil }
    return UInt8(text, radix: 16)
  }
}
