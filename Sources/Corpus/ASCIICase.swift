/// Looking for words in names, upper and lower case alike.
enum ASCIICase {
  /// Whether `text` holds `word`, which is ASCII in lower case.
  static func contains(_ text: String, _ word: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return text.lowercased().contains(word) }
    let wanted = Array(word.utf8)
    guard let first = wanted.first, wanted.count <= bytes.count else { return wanted.isEmpty }
    for start in 0...bytes.count - wanted.count where lower(bytes[start]) == first {
      var length = 1
      while length < wanted.count, lower(bytes[start + length]) == wanted[length] { length += 1 }
      if length == wanted.count { return true }
    }
    return false
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
