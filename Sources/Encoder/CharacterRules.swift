/// Replacements of characters, as SentencePiece's `precompiled_charsmap` holds them: at each place of a
/// text the longest key that fits is replaced. Together they bring texts into NFKC and make one space of
/// every kind of white space.
struct CharacterRules: Sendable {
  /// What is replaced, as UTF-8.
  private(set) var keys = ByteStrings()
  /// What each key becomes, as UTF-8, maybe nothing.
  private(set) var values = ByteStrings()

  /// Longer keys, and longer values, are in no sound file.
  static let longestKey = 64
  static let longest = 255

  /// Adds a rule, after which an earlier one for the same key no longer counts.
  mutating func add(_ key: some Sequence<UInt8>, becomes value: some Sequence<UInt8>) {
    keys.append(key)
    values.append(value)
  }

  /// Adds a rule for the UTF-8 of characters.
  mutating func add(_ key: [Unicode.Scalar], becomes value: [Unicode.Scalar]) {
    add(Self.utf8(key), becomes: Self.utf8(value))
  }

  private static func utf8(_ scalars: [Unicode.Scalar]) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in scalars {
      bytes += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return bytes
  }
}
