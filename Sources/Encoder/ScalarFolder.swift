internal import Foundation

/// Brings characters into the vocabulary's form, one by one, in the order of the reference: clean,
/// put ideographs apart, decompose (NFD), strip accents, make lower-case, find punctuation.
///
/// Working character by character leaves out one step of NFD, the sorting of several marks on one
/// letter. What it sorts is nearly always stripped afterwards.
struct ScalarFolder {
  /// What each of the 128 ASCII characters does.
  let ascii: [FoldedASCII]
  private let normalization: TextNormalization
  /// What other characters became: looking properties up takes some hundred times longer.
  private var known: [UInt32: [FoldedScalar]] = [:]

  init(_ normalization: TextNormalization) {
    self.normalization = normalization
    ascii = (0..<128).map { Self.fold(ascii: $0, normalization) }
  }

  /// What `scalar` becomes: nothing, one character or several.
  mutating func fold(_ scalar: Unicode.Scalar) -> [FoldedScalar] {
    if let folded = known[scalar.value] { return folded }
    let folded = compute(scalar)
    known[scalar.value] = folded
    return folded
  }

  private static func fold(
    ascii byte: UInt8, _ normalization: TextNormalization
  ) -> FoldedASCII {
    let scalar = Unicode.Scalar(byte)
    switch byte {
    case 0x20, 0x09, 0x0a, 0x0d: return .space
    case 0..<0x20, 0x7f: return .dropped
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return .letter(normalization.lowercases ? byte | 0x20 : byte)
    default: return ReferenceUnicode.isPunctuation(scalar) ? .separate : .letter(byte)
    }
  }

  private func compute(_ scalar: Unicode.Scalar) -> [FoldedScalar] {
    if ReferenceUnicode.isDropped(scalar) { return [] }
    if scalar.properties.isWhitespace { return [FoldedScalar(.space, " ")] }
    let isSeparate = normalization.separatesIdeographs && ReferenceUnicode.isIdeograph(scalar)
    return stripped(scalar).flatMap { lowercased($0) }.map {
      if $0.properties.isWhitespace { return FoldedScalar(.space, $0) }
      let separate = isSeparate || ReferenceUnicode.isPunctuation($0)
      return FoldedScalar(separate ? .separate : .letter, $0)
    }
  }

  private func stripped(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    guard normalization.stripsAccents else { return [scalar] }
    if let letters = HangulSyllable.letters(of: scalar) { return letters }
    guard ReferenceUnicode.mayDecompose(scalar) else {
      return ReferenceUnicode.isMark(scalar) ? [] : [scalar]
    }
    let decomposed = String(Character(scalar)).decomposedStringWithCanonicalMapping
    return decomposed.unicodeScalars.filter { !ReferenceUnicode.isMark($0) }
  }

  private func lowercased(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    normalization.lowercases ? Array(scalar.properties.lowercaseMapping.unicodeScalars) : [scalar]
  }
}
