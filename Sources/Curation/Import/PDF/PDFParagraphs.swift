/// Joins the lines of a page to paragraphs.
enum PDFParagraphs {
  private static let bullets: Set<Character> = ["•", "◦", "▪", "‣", "●", "■", "–", "∙", "·"]

  /// Paragraphs as markdown.
  static func join(_ lines: [String]) -> [String] {
    var paragraphs: [String] = []
    for block in lines.split(whereSeparator: \.isEmpty) {
      for (index, paragraph) in self.paragraphs(of: Array(block)).enumerated() {
        // A column or a picture may interrupt a sentence.
        if index == 0, let last = paragraphs.last, let joined = continued(last, paragraph) {
          paragraphs[paragraphs.count - 1] = joined
        } else {
          paragraphs.append(paragraph)
        }
      }
    }
    return paragraphs.map(markdown)
  }

  /// The word that two lines share, put together on the first; `nil` where there is none.
  static func mended(_ first: String, _ second: String) -> (first: String, rest: String)? {
    guard first.hasSuffix("-"), first.dropLast().last?.isLetter ?? false,
      second.first?.isLowercase ?? false
    else { return nil }
    let end = second.prefix { !$0.isWhitespace }
    // A word that has a hyphen already keeps this one.
    let begin = first.split(separator: " ").last?.dropLast() ?? ""
    let stem = begin.contains("-") ? first : String(first.dropLast())
    return (stem + end, second.dropFirst(end.count).trimmed)
  }

  private static func joined(_ first: String, _ second: String) -> String {
    guard let (start, rest) = mended(first, second) else { return first + " " + second }
    return rest.isEmpty ? start : start + " " + rest
  }

  private static func paragraphs(of lines: [String]) -> [String] {
    let width = lines.map(\.count).max() ?? 0
    var result: [String] = []
    var before = ""
    for line in lines {
      if let last = result.last, !begins(line, after: before, width: width) {
        result[result.count - 1] = joined(last, line)
      } else {
        result.append(line)
      }
      before = line
    }
    return result
  }

  /// Whether a line begins a paragraph: it has a bullet, or the one before ends a sentence early.
  private static func begins(_ line: String, after before: String, width: Int) -> Bool {
    guard let first = line.first else { return true }
    if bullets.contains(first), line.dropFirst().first == " " { return true }
    let isShort = before.count * 4 < width * 3
    if first.isLowercase { return false }
    if isNumberedHeading(before) || (isNumberedHeading(line) && (isShort || endsSentence(before))) {
      return true
    }
    return isShort && endsSentence(before)
  }

  /// `3.2 Scaled attention`: a number, few words, no sign at the end.
  private static func isNumberedHeading(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    guard (2...9).contains(words.count), line.count <= 60, words[1].first?.isUppercase ?? false,
      line.last?.isLetter ?? false
    else { return false }
    let parts = words[0].split(separator: ".")
    return (1...4).contains(parts.count) && parts.allSatisfy { $0.count <= 2 && Int($0) != nil }
  }

  private static func endsSentence(_ line: String) -> Bool {
    guard let last = line.reversed().first(where: { !"\"'”’)]".contains($0) }) else { return false }
    return ".?!:;。？！".contains(last)
  }

  /// A paragraph that goes on in the next block: it breaks off within a word, or within a sentence after
  /// a line of some length.
  private static func continued(_ first: String, _ second: String) -> String? {
    guard second.first?.isLowercase ?? false else { return nil }
    let isDivided = mended(first, second) != nil
    let isLong = first.count >= 60 && !endsSentence(first)
    return isDivided || isLong ? joined(first, second) : nil
  }

  private static func markdown(_ paragraph: String) -> String {
    guard let first = paragraph.first, bullets.contains(first), paragraph.dropFirst().first == " "
    else {
      return MarkdownEscaping.lineStart(MarkdownEscaping.inline(paragraph))
    }
    return "- " + MarkdownEscaping.inline(paragraph.dropFirst(2).trimmed)
  }
}
