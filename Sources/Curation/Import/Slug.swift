import Foundation

/// Titles as names of files: `We’re summoning ghosts!` is `were-summoning-ghosts`.
///
/// Letters of every script are kept, accents of Latin ones are not.
enum Slug {
  private static let maximumCharacters = 80
  /// File systems allow 255; a number and an extension follow.
  private static let maximumBytes = 180

  static func make(_ title: String) -> String {
    var result = ""
    var isPending = false
    for character in plain(title) {
      if "'’‘`".contains(character) { continue }
      guard character.isLetter || character.isNumber else {
        isPending = !result.isEmpty
        continue
      }
      let next = (isPending ? "-" : "") + String(character)
      guard result.count + next.count <= maximumCharacters,
        result.utf8.count + next.utf8.count <= maximumBytes
      else {
        result = cut(result, isAtWord: isPending)
        break
      }
      result += next
      isPending = false
    }
    return result.isEmpty ? "untitled" : result
  }

  private static func plain(_ title: String) -> String {
    let lower = title.lowercased().replacing("ß", with: "ss").replacing("æ", with: "ae")
      .replacing("ø", with: "o").replacing("ł", with: "l").replacing("œ", with: "oe")
    // Marks of other scripts belong to the letter.
    let scalars = lower.decomposedStringWithCanonicalMapping.unicodeScalars
    var kept = String.UnicodeScalarView()
    var isLatin = false
    for scalar in scalars {
      let isMark = (0x300..<0x370).contains(scalar.value)
      if isMark, isLatin { continue }
      if !isMark { isLatin = scalar.value < 0x250 }
      kept.append(scalar)
    }
    return String(kept).precomposedStringWithCanonicalMapping
  }

  /// Ends at a word where that does not cost much.
  private static func cut(_ text: String, isAtWord: Bool) -> String {
    guard !isAtWord, let hyphen = text.lastIndex(of: "-"),
      text.distance(from: hyphen, to: text.endIndex) < 30
    else { return text }
    return String(text[..<hyphen])
  }
}
