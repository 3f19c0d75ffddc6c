/// Identifiers as fields of TREC files, which white space separates.
enum TRECField {
  /// `text` with its white space percent-encoded; an empty one becomes `-`.
  static func encoded(_ text: String) -> String {
    guard !text.isEmpty else { return "-" }
    guard text.utf8.contains(where: TextLines.isSpace) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if TextLines.isSpace(byte) {
        bytes += Array(
          byte < 16 ? "%0\(String(byte, radix: 16, uppercase: true))".utf8 : "%20".utf8)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
