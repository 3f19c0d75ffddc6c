import Corpus

/// Plain text. Its first line is the title where it is short enough for one.
enum PlainTextImporter {
  private static let longestTitle = 100

  static func read(_ text: String) -> Material {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { $0.trimmedEnd }
    var material = Material(form: .document, type: "note", body: paragraphs(lines))
    if let first = lines.first(where: { !$0.isEmpty }) {
      let line = TitleMaker.collapsed(first)
      material.title = line.count <= longestTitle ? line : TitleMaker.beginning(of: first)
    }
    return material
  }

  /// The lines as they are, except that indented paragraphs are not mistaken for code, and lines of
  /// signs not for markup.
  private static func paragraphs(_ lines: [String]) -> String {
    var result: [String] = []
    for line in lines {
      let startsParagraph = result.last?.isEmpty ?? true
      let indent = line.prefix { $0 == " " || $0 == "\t" }
      let isCode = indent.count >= 4 || indent.contains("\t")
      let shown = startsParagraph && isCode ? String(line.dropFirst(indent.count)) : line
      result.append(MarkdownEscaping.plainLine(shown))
    }
    return result.joined(separator: "\n")
  }
}
