import Foundation

/// Writes a part of a page as markdown.
struct HTMLMarkdown {
  /// What relative addresses are relative to.
  let base: URL?

  /// Blocks divided by empty lines.
  func text(of element: HTMLElement) -> String {
    blocks(of: element.children).joined(separator: "\n\n")
  }

  // MARK: Blocks

  /// The blocks of some nodes: runs of text become paragraphs.
  func blocks(of nodes: [HTMLNode]) -> [String] {
    var result: [String] = []
    var run: [HTMLNode] = []
    func endRun() {
      result += paragraphs(of: run)
      run = []
    }
    for node in nodes {
      guard case .element(let element) = node, element.isBlock else {
        run.append(node)
        continue
      }
      endRun()
      result += blocks(of: element)
    }
    endRun()
    return result
  }

  private func blocks(of element: HTMLElement) -> [String] {
    switch element.name {
    case "h1", "h2", "h3", "h4", "h5", "h6": return heading(element)
    case "ul", "ol", "menu", "dir": return HTMLList(markdown: self, element).blocks
    case "blockquote": return quoted(element)
    case "pre": return code(element)
    case "table": return HTMLTable(markdown: self, element).blocks
    case "hr": return ["---"]
    case "dt": return paragraphs(of: element.children).map { "**\($0)**" }
    case "br": return []
    default: return blocks(of: element.children)
    }
  }

  /// One paragraph, or several where two breaks follow each other.
  func paragraphs(of nodes: [HTMLNode]) -> [String] {
    HTMLInline(base: base).text(of: nodes).split(separator: HTMLInline.paragraph)
      .compactMap { part in
        let lines = part.split(separator: HTMLInline.lineBreak).map { $0.trimmed }
          .filter { !$0.isEmpty }
        return lines.isEmpty ? nil : lines.map(MarkdownEscaping.lineStart).joined(separator: "\n")
      }
  }

  private func heading(_ element: HTMLElement) -> [String] {
    let text = HTMLInline(base: base).line(of: element.children)
    let level = Int(element.name.dropFirst()) ?? 2
    return text.isEmpty ? [] : [String(repeating: "#", count: level) + " " + text]
  }

  private func quoted(_ element: HTMLElement) -> [String] {
    let inner = blocks(of: element.children).joined(separator: "\n\n")
    guard !inner.isEmpty else { return [] }
    let lines = inner.split(separator: "\n", omittingEmptySubsequences: false)
    return [lines.map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")]
  }

  private func code(_ element: HTMLElement) -> [String] {
    var text = verbatim(element)
    while text.first == "\n" { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    guard !text.isEmpty else { return [] }
    return [MarkdownEscaping.fenced(text, language: Self.language(element))]
  }

  /// Text with its white space, without numbers of lines.
  private func verbatim(_ element: HTMLElement) -> String {
    element.children.map { node in
      switch node {
      case .text(let text): return text.replacing("\r\n", with: "\n")
      case .element(let child):
        if child.name == "br" { return "\n" }
        let isNumber = !Self.lineNumbers.isDisjoint(with: child.words)
        return isNumber ? "" : verbatim(child)
      }
    }.joined()
  }

  private static let lineNumbers: Set<String> = ["lineno", "linenos", "linenodiv", "gutter"]

  /// `language-swift`, `lang-swift`, `highlight-source-swift`
  private static func language(_ element: HTMLElement) -> String? {
    for candidate in [element] + element.elements {
      for name in (candidate.attributes["class"] ?? "").split(separator: " ") {
        for prefix in ["language-", "lang-", "highlight-source-"] where name.hasPrefix(prefix) {
          let language = name.dropFirst(prefix.count)
          let isName = language.allSatisfy { $0.isLetter || $0.isNumber || "+-#_.".contains($0) }
          if !language.isEmpty, isName { return String(language) }
        }
      }
    }
    return nil
  }
}
