/// What a file is, by its first bytes, where it is no text.
enum MagicNumber {
  private static let signatures: [(bytes: [UInt8], kind: String)] = [
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF8".utf8), "a GIF image"), (Array("BM".utf8), "a BMP image"),
    ([0x49, 0x49, 0x2A, 0], "a TIFF image"), ([0x4D, 0x4D, 0, 0x2A], "a TIFF image"),
    ([0, 0, 1, 0], "an icon"),
    ([0x1F, 0x8B], "a gzip archive; unpack it first"),
    (Array("BZh".utf8), "a bzip2 archive; unpack it first"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive; unpack it first"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive; unpack it first"),
    ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive; unpack it first"),
    (Array("Rar!".utf8), "a RAR archive; unpack it first"),
    (Array("ID3".utf8), "a sound recording"), ([0xFF, 0xFB], "a sound recording"),
    (Array("OggS".utf8), "a recording"), (Array("fLaC".utf8), "a sound recording"),
    ([0x1A, 0x45, 0xDF, 0xA3], "a video"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ([0xCF, 0xFA, 0xED, 0xFE], "a program"), (Array("MZ".utf8), "a program"),
    (Array("SQLite format 3".utf8), "an SQLite database"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file; save it as PDF or HTML"),
    (Array("{\\rtf".utf8), "an RTF file; save it as PDF, HTML or text"),
    (Array("wOFF".utf8), "a font"), (Array("wOF2".utf8), "a font"), ([0, 1, 0, 0, 0], "a font"),
    (Array("OTTO".utf8), "a font"), ([0, 0x61, 0x73, 0x6D], "a WebAssembly module"),
  ]

  /// The kind with its article, and what to do with it where that is known; `nil` where nothing is
  /// known against text.
  static func kind(_ head: [UInt8]) -> String? {
    if head.starts(with: [0x50, 0x4B, 3, 4]) { return zip(head) }
    if head.starts(with: "RIFF".utf8) {
      switch String(decoding: head.dropFirst(8).prefix(4), as: UTF8.self) {
      case "WEBP": return "a WebP image"
      case "WAVE": return "a sound recording"
      default: return "a video"
      }
    }
    if head.dropFirst(4).starts(with: "ftyp".utf8) { return "a video or sound recording" }
    let known = signatures.first { head.starts(with: $0.bytes) }
    // Two letters may begin a text as well.
    guard let known, known.bytes.count > 2 || head.prefix(64).contains(0) || known.bytes[0] > 0x7E
    else { return nil }
    return known.kind
  }

  private static func zip(_ head: [UInt8]) -> String {
    let names = String(decoding: head.prefix(4_096), as: UTF8.self)
    if names.contains("[Content_Types].xml") || names.contains("word/") {
      return "an Office file; save it as PDF or HTML"
    }
    if names.contains("mimetypeapplication/epub") { return "an EPUB book; save it as HTML" }
    if names.contains("mimetypeapplication/vnd.oasis") {
      return "an OpenDocument file; save it as PDF or HTML"
    }
    return "a ZIP archive; unpack it first"
  }
}
