import Foundation

/// The signs of printed text as they are written and looked for.
enum PDFCharacters {
  private static let ligatures: [Unicode.Scalar: String] = [
    "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
    "\u{FB05}": "st", "\u{FB06}": "st",
  ]

  /// Ligatures as letters, spaces of every width as spaces, without control characters. A soft hyphen
  /// stays at the end of a line only.
  static func plain(_ line: String) -> String {
    var result = ""
    let scalars = Array(line.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if let letters = ligatures[scalar] {
        result += letters
      } else if scalar.properties.isWhitespace {
        result += " "
      } else if scalar == "\u{AD}" {
        if index == scalars.count - 1 { result += "-" }
      } else if scalar.value >= 0x20, scalar.value != 0x7F, scalar != "\u{FFFE}",
        scalar != "\u{FEFF}"
      {
        result.unicodeScalars.append(scalar)
      }
    }
    return result.split(separator: " ").joined(separator: " ")
  }
}
