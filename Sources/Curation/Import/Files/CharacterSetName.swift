import Foundation

/// The names of encodings that pages give themselves (WHATWG Encoding), as Foundation knows them.
enum CharacterSetName {
  static func encoding(_ name: String) -> String.Encoding? {
    let name = name.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    if let encoding = common[name] { return encoding }
    return coreFoundation[name].map { String.Encoding(rawValue: 0x8000_0000 | $0) }
  }

  /// As the web has it, Latin-1 and ASCII mean Windows-1252.
  private static let common: [String: String.Encoding] = [
    "utf-8": .utf8, "utf8": .utf8, "utf-16": .utf16LittleEndian, "utf-16le": .utf16LittleEndian,
    "utf-16be": .utf16BigEndian, "windows-1252": .windowsCP1252, "cp1252": .windowsCP1252,
    "iso-8859-1": .windowsCP1252, "latin1": .windowsCP1252, "us-ascii": .windowsCP1252,
    "ascii": .windowsCP1252, "windows-1250": .windowsCP1250, "windows-1251": .windowsCP1251,
    "cp1251": .windowsCP1251, "windows-1253": .windowsCP1253, "windows-1254": .windowsCP1254,
    "iso-8859-2": .isoLatin2, "shift_jis": .shiftJIS, "shift-jis": .shiftJIS, "sjis": .shiftJIS,
    "x-sjis": .shiftJIS, "euc-jp": .japaneseEUC, "iso-2022-jp": .iso2022JP,
    "macintosh": .macOSRoman,
  ]

  /// Numbers of CFStringEncodings.
  private static let coreFoundation: [String: UInt] = [
    "iso-8859-3": 0x0203, "iso-8859-4": 0x0204, "iso-8859-5": 0x0205, "iso-8859-6": 0x0206,
    "iso-8859-7": 0x0207, "iso-8859-8": 0x0208, "iso-8859-9": 0x0504, "iso-8859-13": 0x020D,
    "iso-8859-15": 0x020F, "windows-1255": 0x0505, "windows-1256": 0x0506, "windows-1257": 0x0507,
    "windows-1258": 0x0508, "koi8-r": 0x0A02, "koi8-u": 0x0A08, "gb2312": 0x0632, "gbk": 0x0632,
    "gb18030": 0x0632, "big5": 0x0A03, "big5-hkscs": 0x0A06, "euc-kr": 0x0940,
    "ks_c_5601-1987": 0x0940,
    "windows-874": 0x041D, "tis-620": 0x041D, "iso-8859-11": 0x041D,
  ]
}
