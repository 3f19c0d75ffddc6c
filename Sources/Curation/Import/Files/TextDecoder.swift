import Foundation

/// Turns bytes into text: UTF-8, UTF-16 and UTF-32 with their marks, UTF-16 without, what the file says of
/// itself, and Windows-1252 at last.
enum TextDecoder {
  struct Text {
    var text: String
    /// The encoding that was assumed though nothing said so.
    var assumed: String?
  }

  /// - Parameter declared: the name of the encoding that the file gives.
  /// - Throws: `ImportError.encoding`; `.binary` where control characters show that it is no text.
  static func decode(_ bytes: [UInt8], declared: String? = nil) throws(ImportError) -> Text {
    let decoded = try decoded(bytes, declared: declared)
    guard isText(decoded.text) else { throw .binary(kind: "binary data") }
    return decoded
  }

  private static func decoded(
    _ bytes: [UInt8], declared: String?
  ) throws(ImportError) -> Text {
    if let (encoding, length) = mark(bytes) {
      guard let text = text(bytes.dropFirst(length), encoding) else {
        throw .encoding(declared: nil)
      }
      return Text(text: text)
    }
    let named = declared.flatMap(CharacterSetName.encoding)
    // The only one whose bytes are ASCII throughout.
    if named == .iso2022JP, bytes.contains(0x1B), let text = text(bytes[...], .iso2022JP) {
      return Text(text: text)
    }
    if let encoding = utf16(bytes), let text = text(bytes[...], encoding) {
      return Text(text: text)
    }
    if let text = String(validating: bytes, as: UTF8.self) { return Text(text: text) }
    if let named, named != .utf8, let text = text(bytes[...], named) { return Text(text: text) }
    if isNearlyUTF8(bytes) {
      return Text(text: String(decoding: bytes, as: UTF8.self), assumed: "UTF-8 with errors")
    }
    guard let text = text(bytes[...], .windowsCP1252) else { throw .encoding(declared: declared) }
    return Text(text: text, assumed: "Windows-1252")
  }

  private static func mark(_ bytes: [UInt8]) -> (String.Encoding, Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]), String(validating: bytes, as: UTF8.self) != nil {
      return (.utf8, 3)
    }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32LittleEndian, 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32BigEndian, 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// Text in a Latin script has a NUL in nearly every second byte.
  private static func utf16(_ bytes: [UInt8]) -> String.Encoding? {
    let head = bytes.prefix(4_096)
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    let half = head.count / 2
    if zeros[1] * 10 >= half * 7, zeros[0] * 10 < half { return .utf16LittleEndian }
    if zeros[0] * 10 >= half * 7, zeros[1] * 10 < half { return .utf16BigEndian }
    return nil
  }

  private static func text(_ bytes: ArraySlice<UInt8>, _ encoding: String.Encoding) -> String? {
    String(bytes: bytes, encoding: encoding)
  }

  /// A damaged byte here and there in a text that has many right characters.
  private static func isNearlyUTF8(_ bytes: [UInt8]) -> Bool {
    var wrong = 0
    var right = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where scalar.value > 0x7F {
      if scalar == "\u{FFFD}" { wrong += 1 } else { right += 1 }
    }
    return right >= 4 * wrong
  }

  private static func isText(_ text: String) -> Bool {
    var controls = 0
    var count = 0
    for scalar in text.unicodeScalars.prefix(65_536) {
      count += 1
      if scalar.value == 0 { return false }
      if scalar.value < 0x20, ![0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B].contains(scalar.value) {
        controls += 1
      }
    }
    return controls * 50 <= count
  }
}
