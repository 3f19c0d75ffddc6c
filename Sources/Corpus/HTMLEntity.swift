/// Character references: `&amp;`, `&#39;`, `&#x1F4A5;`.
package enum HTMLEntity {
  /// The names that occur in prose. Others are shown as they are written.
  private static let named: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0,
    "iexcl": 0xA1, "cent": 0xA2, "pound": 0xA3, "yen": 0xA5, "sect": 0xA7, "copy": 0xA9,
    "laquo": 0xAB, "shy": 0xAD, "reg": 0xAE, "deg": 0xB0, "plusmn": 0xB1, "sup2": 0xB2,
    "sup3": 0xB3, "micro": 0xB5, "para": 0xB6, "middot": 0xB7, "raquo": 0xBB, "frac14": 0xBC,
    "frac12": 0xBD, "frac34": 0xBE, "iquest": 0xBF, "Auml": 0xC4, "Ouml": 0xD6, "Uuml": 0xDC,
    "times": 0xD7, "szlig": 0xDF, "agrave": 0xE0, "aacute": 0xE1, "acirc": 0xE2, "atilde": 0xE3,
    "auml": 0xE4, "aring": 0xE5, "aelig": 0xE6, "ccedil": 0xE7, "egrave": 0xE8, "eacute": 0xE9,
    "ecirc": 0xEA, "euml": 0xEB, "igrave": 0xEC, "iacute": 0xED, "icirc": 0xEE, "iuml": 0xEF,
    "ntilde": 0xF1, "ograve": 0xF2, "oacute": 0xF3, "ocirc": 0xF4, "otilde": 0xF5, "ouml": 0xF6,
    "divide": 0xF7, "oslash": 0xF8, "ugrave": 0xF9, "uacute": 0xFA, "ucirc": 0xFB, "uuml": 0xFC,
    "alpha": 0x3B1, "beta": 0x3B2, "gamma": 0x3B3, "delta": 0x3B4, "epsilon": 0x3B5,
    "lambda": 0x3BB, "mu": 0x3BC, "pi": 0x3C0, "sigma": 0x3C3, "omega": 0x3C9, "ensp": 0x2002,
    "emsp": 0x2003, "thinsp": 0x2009, "zwnj": 0x200C, "zwj": 0x200D, "ndash": 0x2013,
    "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019, "ldquo": 0x201C, "rdquo": 0x201D,
    "bull": 0x2022, "hellip": 0x2026, "prime": 0x2032, "euro": 0x20AC, "trade": 0x2122,
    "larr": 0x2190, "uarr": 0x2191, "rarr": 0x2192, "darr": 0x2193, "harr": 0x2194,
    "rArr": 0x21D2, "forall": 0x2200, "exist": 0x2203, "sum": 0x2211, "minus": 0x2212,
    "radic": 0x221A, "infin": 0x221E, "asymp": 0x2248, "ne": 0x2260, "le": 0x2264, "ge": 0x2265,
    "check": 0x2713, "hearts": 0x2665,
  ]

  /// The text of the reference that begins `range`, and its number of bytes.
  package static func decode(_ text: [UInt8], _ range: Range<Int>) -> (text: [UInt8], length: Int)?
  {
    guard let end = text[range].firstIndex(of: 0x3B), end > range.lowerBound + 1 else { return nil }
    let name = text[range.lowerBound + 1..<end]
    guard let value = name.first == 0x23 ? number(name.dropFirst()) : word(name) else { return nil }
    // As CommonMark has it, what is no character becomes U+FFFD.
    let scalar = Unicode.Scalar(value == 0 ? 0xFFFD : value) ?? "\u{FFFD}"
    return (Array(String(Character(scalar)).utf8), end + 1 - range.lowerBound)
  }

  private static func word(_ name: ArraySlice<UInt8>) -> UInt32? {
    guard name.count <= 8, name.allSatisfy(ByteClass.isLetterOrDigit) else { return nil }
    return named[String(decoding: name, as: UTF8.self)]
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
    guard let first = digits.first, digits.count <= 8 else { return nil }
    let isHex = first | 0x20 == 0x78
    let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    guard text.utf8.allSatisfy(ByteClass.isLetterOrDigit) else { return nil }
    return UInt32(text, radix: isHex ? 16 : 10)
  }
}
