import Corpus

/// Recognises kinds of files by their content; the extension decides only between kinds of text that
/// look alike.
enum FileKindDetector {
  /// Number of bytes that are looked at.
  static let headSize = 65_536

  /// PDF readers allow so many bytes before the mark.
  private static let pdfMargin = 1_024

  /// The kinds that are told by bytes, before anything is decoded.
  /// - Throws: `ImportError.binary`.
  static func kind(ofBytes head: [UInt8]) throws(ImportError) -> FileKind? {
    let start = head.prefix(pdfMargin)
    let mark = Array("%PDF-".utf8)
    if start.indices.contains(where: { start[$0...].starts(with: mark) }) { return .pdf }
    if isPostArchive(head) { return .posts }
    if let kind = MagicNumber.kind(head) { throw .binary(kind: kind) }
    return nil
  }

  /// `window.YTD.tweets.part0 = [`, with any name for the part.
  static func isPostArchive(_ head: [UInt8]) -> Bool {
    let text = String(decoding: head.prefix(200), as: UTF8.self)
    return ["tweets", "tweet"].contains {
      text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.hasPrefix("window.YTD.\($0).part")
    }
  }

  /// The kind of a text.
  /// - Parameters:
  ///   - text: all of it.
  ///   - name: of the file.
  /// - Throws: `ImportError.binary` for markup that is no page.
  static func kind(ofText text: String, name: String) throws(ImportError) -> FileKind {
    let start = text.prefix(4_096).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let fileExtension = name.split(separator: ".").dropFirst().last?.lowercased() ?? ""
    if start.hasPrefix("WEBVTT") || fileExtension == "vtt" { return .webVTT }
    if isSubRip(start) || fileExtension == "srt" { return .subRip }
    if isMIME(start) { throw .binary(kind: "a web archive (MHTML); save the page as HTML") }
    let isPage = isPage(start, isNamedText: isNamedText(name))
    if isPage || ["html", "htm", "xhtml"].contains(fileExtension) { return .html }
    if start.hasPrefix("<?xml") { throw .binary(kind: "an XML file") }
    let isMarkdown = FilePath.isMarkdown(name) || ["mkd", "mdx", "qmd"].contains(fileExtension)
    let looksLikeJSON = ["{\"", "{}", "[{", "[]"].contains {
      start.filter { !$0.isWhitespace }.hasPrefix($0)
    }
    if ["json", "json3"].contains(fileExtension) || (looksLikeJSON && !isMarkdown) { return .json }
    return isMarkdown || looksLikeMarkdown(text) ? .markdown : .plainText
  }

  /// Whether the name says that it is text: what such a file mentions makes it nothing else.
  static func isNamedText(_ name: String) -> Bool {
    FilePath.isMarkdown(name) || name.lowercased().hasSuffix(".txt")
  }

  /// A cue's times within the first lines.
  private static func isSubRip(_ start: Substring) -> Bool {
    let lines = start.split(whereSeparator: \.isNewline).prefix(2)
    guard let first = lines.first else { return false }
    if SubtitleTime.range(String(first)) != nil { return true }
    return first.allSatisfy { $0.isNumber || $0.isWhitespace } && lines.count > 1
      && SubtitleTime.range(String(lines[1])) != nil
  }

  private static func isMIME(_ start: Substring) -> Bool {
    start.hasPrefix("From: <Saved by") || (start.hasPrefix("MIME-Version:"))
  }

  /// Whether declarations and comments are followed by a page.
  private static func isPage(_ start: Substring, isNamedText: Bool) -> Bool {
    var rest = start
    while rest.hasPrefix("<?xml") || rest.hasPrefix("<!--") {
      let end = rest.hasPrefix("<?xml") ? "?>" : "-->"
      guard let range = rest.firstRange(of: end) else { return false }
      rest = rest[range.upperBound...].drop { $0.isWhitespace }
    }
    let tag = rest.prefix(16).lowercased()
    let parts = isNamedText ? [] : ["<head", "<body", "<title", "<meta"]
    return (["<!doctype html", "<html"] + parts).contains { tag.hasPrefix($0) }
  }

  /// Front matter, or a heading and something else that only markdown has.
  private static func looksLikeMarkdown(_ text: String) -> Bool {
    if FrontMatterOutline(Array(text.prefix(headSize).utf8)).lineCount > 0 { return true }
    var headings = 0
    var others = 0
    for line in text.split(whereSeparator: \.isNewline).prefix(400) {
      let marks = line.prefix { $0 == "#" }
      if (1...6).contains(marks.count), line.dropFirst(marks.count).first == " " { headings += 1 }
      if line.hasPrefix("```") || line.contains("](") || line.contains("**") { others += 1 }
    }
    return headings > 0 && (others > 0 || headings > 1)
  }
}
