/// What stands between the brackets of `[[page#heading|shown]]`.
package enum WikilinkSyntax {
  /// Splits at the first pipe, which is `\|` in a table.
  static func split(
    _ text: [UInt8], _ inner: Range<Int>
  ) -> (target: Range<Int>, shown: Range<Int>?) {
    guard let pipe = text[inner].firstIndex(of: 0x7C) else { return (inner, nil) }
    let isEscaped = pipe > inner.lowerBound && text[pipe - 1] == 0x5C
    let target = inner.lowerBound..<(isEscaped ? pipe - 1 : pipe)
    let shown = pipe + 1..<inner.upperBound
    return (target, text[shown].allSatisfy(ByteClass.isBlank) ? nil : shown)
  }

  /// The page and the heading or block that is named.
  static func page(_ text: ArraySlice<UInt8>) -> (target: String, fragment: String?) {
    guard let hash = text.firstIndex(of: 0x23) else {
      return (self.text(text) ?? "", nil)
    }
    return (self.text(text[..<hash]) ?? "", self.text(text[(hash + 1)...]))
  }

  /// Without white space at the ends; `nil` where nothing is left.
  static func text(_ text: ArraySlice<UInt8>) -> String? {
    var slice = text.drop(while: ByteClass.isBlank)
    while let last = slice.last, ByteClass.isBlank(last) { slice = slice.dropLast() }
    return slice.isEmpty ? nil : String(decoding: slice, as: UTF8.self)
  }

  /// Whether an embedded file is shown as something other than text.
  package static func isAttachment(_ target: String) -> Bool {
    let name = FilePath.name(of: target)
    guard let dot = name.utf8.lastIndex(of: 0x2E), !FilePath.isMarkdown(name) else { return false }
    let suffix = name[name.utf8.index(after: dot)...].lowercased()
    return attachments.contains(suffix)
  }

  private static let attachments: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "avif", "heic", "pdf", "mp3", "wav", "m4a",
    "ogg", "flac", "mp4", "mov", "mkv", "webm", "canvas", "base", "excalidraw",
  ]
}
