internal import Foundation

/// Rules for sequences of characters, where a file has only those for single ones.
extension CharacterRules {
  /// Adds rules that compose letters with their marks, and the letters of Korean syllables, as NFKC does:
  /// for each composed character one rule for every sequence of characters whose decompositions are,
  /// each by itself, a single character of the composed one's decomposition. So SentencePiece makes its
  /// rules (`Builder::BuildNFKCMap`).
  ///
  /// - Parameter singles: What single characters become.
  mutating func addCompositions(singles: [Unicode.Scalar: [Unicode.Scalar]]) {
    var spellings: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for (scalar, becomes) in singles.sorted(by: { $0.key < $1.key }) where becomes.count == 1 {
      spellings[becomes[0], default: []].append(scalar)
    }
    for value in Self.composed {
      guard let scalar = Unicode.Scalar(value), singles[scalar] == nil,
        let age = scalar.properties.age, age.major <= Self.unicode
      else { continue }
      let letters = Self.decomposition(scalar)
      guard letters.count > 1 else { continue }
      addSpellings(of: letters, spellings, composed: scalar)
    }
  }

  /// The version of Unicode that SentencePiece's tables were made from. None of the characters of later
  /// ones is in a vocabulary of that time.
  private static let unicode = 11

  /// Where the composed characters are; those of other blocks are never the result of a composition.
  private static let composed = [
    0xc0..<0x3100, 0xac00..<0xd7a4, 0xfb1d..<0xfb50, 0x11000..<0x12000,
  ].joined().map { UInt32($0) }

  private static func decomposition(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if let letters = HangulSyllable.letters(of: scalar) { return letters }
    return Array(String(Character(scalar)).decomposedStringWithCanonicalMapping.unicodeScalars)
  }

  private mutating func addSpellings(
    of letters: [Unicode.Scalar], _ spellings: [Unicode.Scalar: [Unicode.Scalar]],
    composed: Unicode.Scalar
  ) {
    var sequences: [[Unicode.Scalar]] = [[]]
    for letter in letters {
      let choices = [letter] + (spellings[letter] ?? [])
      sequences = sequences.flatMap { start in choices.map { start + [$0] } }
    }
    for sequence in sequences { add(sequence, becomes: [composed]) }
  }
}
