internal import Corpus

/// Texts of pages as cells of a table.
enum CatalogText {
  /// A line of a terminal and a half.
  static let longestSummary = 140

  /// What a page is about: `summary:` or `description:` of its front matter, else its first sentence.
  static func summary(of page: SnapshotPage) -> String {
    if let written = page.text("summary") ?? page.text("description") { return cell(written) }
    var text = TitleMaker.beginning(of: unlabelled(page.opening), limit: longestSummary)
    if text.hasSuffix("."), !text.hasSuffix("..") { text.removeLast() }
    return escaped(text)
  }

  /// Without a label that begins the paragraph: `Type: Product, …` says `Product, …`.
  private static func unlabelled(_ text: String) -> String {
    let labels = ["type", "definition", "summary", "what"]
    guard let colon = text.firstIndex(of: ":"), labels.contains(text[..<colon].lowercased()) else {
      return text
    }
    let rest = text[text.index(after: colon)...].drop { $0 == " " }
    return rest.isEmpty ? text : String(rest)
  }

  /// Markdown that is not to break out of its cell.
  static func cell(_ markdown: String) -> String {
    var result = ""
    var isEscaped = false
    for character in TitleMaker.collapsed(markdown) {
      if character == "|", !isEscaped { result += "\\" }
      isEscaped = character == "\\" && !isEscaped
      result.append(character)
    }
    return result
  }

  /// Plain text as markdown that shows it.
  static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Character = " "
    for character in TitleMaker.collapsed(text) {
      let marksWords = character == "_" || character == "#" || character == "^"
      let isMarkup = "\\`*[]<|~".contains(character)
      if isMarkup || (marksWords && !(previous.isLetter || previous.isNumber)) { result += "\\" }
      result.append(character)
      previous = character
    }
    return result
  }
}
