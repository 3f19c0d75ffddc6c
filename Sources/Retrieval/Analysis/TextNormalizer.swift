internal import Foundation

/// Brings words that differ only in form to one form: case, width, ligatures, accents.
enum TextNormalizer {
  /// The form of a word under which it is stored: compatibility characters replaced (NFKC of UAX #15),
  /// lower-case, Latin, Greek and Cyrillic accents and Hebrew and Arabic points dropped, `ß` as `ss`.
  static func fold(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    if scalars.allSatisfy({ $0.isASCII }) {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(scalars.count)
      for scalar in scalars {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return foldUnicode(String(text))
  }

  private static func foldUnicode(_ text: String) -> String {
    let decomposed = text.decomposedStringWithCompatibilityMapping.lowercased()
    var folded = String.UnicodeScalarView()
    for scalar in decomposed.unicodeScalars where !isDropped(scalar.value) {
      if let letters = replacement(scalar.value) {
        folded.append(contentsOf: letters.unicodeScalars)
      } else {
        folded.append(scalar)
      }
    }
    return String(folded).precomposedStringWithCanonicalMapping
  }

  /// Accents of the alphabets, points of Hebrew and Arabic, variation selectors and joiners. The marks of
  /// Indic and other scripts carry vowels and stay.
  private static func isDropped(_ value: UInt32) -> Bool {
    switch value {
    case 0x0300...0x036F, 0x0591...0x05BD, 0x05BF, 0x05C1...0x05C2, 0x05C4...0x05C5, 0x05C7,
      0x0640, 0x064B...0x065F, 0x0670, 0xFE00...0xFE0F, 0x200C...0x200F, 0x00AD:
      true
    default:
      false
    }
  }

  /// Letters that no Unicode decomposition takes apart.
  private static func replacement(_ value: UInt32) -> String? {
    switch value {
    case 0xDF: "ss"
    case 0xE6: "ae"
    case 0x153: "oe"
    case 0xF8: "o"
    case 0x142: "l"
    case 0x111, 0xF0: "d"
    case 0xFE: "th"
    case 0x131: "i"
    case 0x3C2: "σ"
    default: nil
    }
  }
}
