/// Korean syllables, whose canonical decomposition is arithmetic (the Unicode Standard, section
/// 3.12).
enum HangulSyllable {
  private static let syllables: ClosedRange<UInt32> = 0xac00...0xd7a3
  private static let (vowels, tails): (UInt32, UInt32) = (21, 28)

  /// The two or three letters of a syllable, nil for other characters.
  static func letters(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    guard syllables.contains(scalar.value) else { return nil }
    let index = scalar.value - syllables.lowerBound
    let values = [
      0x1100 + index / (vowels * tails), 0x1161 + index / tails % vowels, 0x11a7 + index % tails,
    ]
    return values.prefix(index % tails == 0 ? 2 : 3).compactMap(Unicode.Scalar.init)
  }
}
