import Foundation

/// Writes text within a paragraph as markdown.
struct HTMLInline {
  /// Stand for breaks until paragraphs are made. Control characters do not occur in text.
  static let lineBreak: Character = "\u{1}"
  static let paragraph: Character = "\u{2}"

  let base: URL?
  /// Whether brackets would end the text of the link around them.
  var isInLink = false

  /// The text in which breaks are still signs.
  func text(of nodes: [HTMLNode]) -> String {
    Self.joined(nodes.map { text(of: $0) }.joined())
  }

  /// The text in one line.
  func line(of nodes: [HTMLNode]) -> String {
    Self.collapsed(
      text(of: nodes).replacing(String(Self.lineBreak), with: " ")
        .replacing(String(Self.paragraph), with: " "))
  }

  private func text(of node: HTMLNode) -> String {
    switch node {
    case .text(let text):
      let spaced = Self.spaced(text)
      return isInLink ? MarkdownEscaping.label(spaced) : MarkdownEscaping.inline(spaced)
    case .element(let element): return text(of: element)
    }
  }

  private func text(of element: HTMLElement) -> String {
    switch element.name {
    case "br": return String(Self.lineBreak)
    case "em", "i", "cite", "dfn", "var": return marked(element, "*")
    case "strong", "b": return marked(element, "**")
    case "del", "s", "strike": return marked(element, "~~")
    case "code", "kbd", "samp", "tt": return code(element)
    case "a": return link(element)
    case "img": return image(element)
    case "q": return "“" + text(of: element.children) + "”"
    case "sup": return raised(element)
    case "math": return formula(element)
    case "wbr": return ""
    default:
      let text = text(of: element.children)
      return element.isBlock ? " " + text + " " : text
    }
  }

  /// White space stays outside of the marks, where it does not keep them from being marks.
  private func marked(_ element: HTMLElement, _ mark: String) -> String {
    let text = text(of: element.children)
    let core = text.trimmed
    guard !core.isEmpty, !core.contains(Self.lineBreak), !core.contains(Self.paragraph) else {
      return text
    }
    let head = text.prefix { $0.isWhitespace }
    let tail = text.dropFirst(head.count + core.count)
    return "\(head)\(mark)\(core)\(mark)\(tail)"
  }

  private func code(_ element: HTMLElement) -> String {
    let text = Self.collapsed(Self.spaced(element.text))
    return text.isEmpty ? "" : MarkdownEscaping.code(text)
  }

  private func link(_ element: HTMLElement) -> String {
    let text = text(of: element.children)
    let core = text.trimmed
    let written = element.attributes["href"]?.trimmed ?? ""
    guard !core.isEmpty else { return text }
    // Signs beside headings lead to the heading itself.
    if written.hasPrefix("#") { return ["¶", "#", "§", "🔗"].contains(core) ? "" : text }
    guard let address = address(written), !core.contains(Self.paragraph) else { return text }
    let label = Self(base: base, isInLink: true).text(of: element.children).trimmed
    let line = label.replacing(String(Self.lineBreak), with: " ")
    let head = text.prefix { $0.isWhitespace }
    let tail = text.reversed().prefix { $0.isWhitespace }.isEmpty ? "" : " "
    if element.text.trimmed == address, !address.contains(">") {
      return head + "<\(address)>" + tail
    }
    return head + "[\(line)](\(MarkdownEscaping.target(address)))" + tail
  }

  /// Pictures are kept where they say what they show.
  private func image(_ element: HTMLElement) -> String {
    let shown = Self.collapsed(element.attributes["alt"] ?? "")
    guard !shown.isEmpty else { return "" }
    let written = element.attributes["src"] ?? element.attributes["data-src"] ?? ""
    guard let address = address(written) else { return MarkdownEscaping.inline(shown) }
    return "![\(MarkdownEscaping.label(shown))](\(MarkdownEscaping.target(address)))"
  }

  /// Powers keep their sign: without it, ten to the sixth would be 106.
  private func raised(_ element: HTMLElement) -> String {
    let text = text(of: element.children)
    let plain = element.text.trimmed
    let isPower =
      (1...4).contains(plain.count) && !element.elements.contains { $0.name == "a" }
      && plain.allSatisfy { $0.isNumber || $0.isLetter || "+-−".contains($0) }
      && !["st", "nd", "rd", "th"].contains(plain.lowercased())
    return isPower ? "^" + text.trimmed : text
  }

  /// A formula as TeX where the page has it.
  private func formula(_ element: HTMLElement) -> String {
    let notes = element.all { $0.attributes["encoding"] == "application/x-tex" }
    let tex = notes.first?.text ?? element.attributes["alttext"]
    return tex.map { "$\(Self.collapsed($0))$" } ?? text(of: element.children)
  }

  /// The whole address of a link that leads to a page; `nil` for scripts and data.
  private func address(_ written: String) -> String? {
    guard !written.isEmpty else { return nil }
    guard let url = URL(string: written, relativeTo: base)?.absoluteURL else {
      return written.hasPrefix("http") ? written : nil
    }
    switch url.scheme?.lowercased() {
    case "http", "https", "mailto": return url.absoluteString
    default: return nil
    }
  }

  // MARK: White space

  /// Every run of white space as one space; control characters, among them our own signs, left out.
  private static func spaced(_ text: String) -> String {
    var result = ""
    var isBlank = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        isBlank = true
        continue
      }
      if scalar.value < 0x20 || scalar.value == 0x7F || scalar == "\u{AD}" || scalar == "\u{200B}" {
        continue
      }
      if isBlank { result += " " }
      isBlank = false
      result.unicodeScalars.append(scalar)
    }
    return isBlank ? result + " " : result
  }

  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Spaces that meet become one, and two breaks that meet the end of a paragraph.
  private static func joined(_ text: String) -> String {
    var result = ""
    var isBlank = false
    var breaks = 0
    for character in text {
      if character == " " {
        isBlank = true
      } else if character == lineBreak {
        breaks += 1
      } else {
        if breaks > 0 {
          result.append(breaks > 1 ? paragraph : lineBreak)
        } else if isBlank {
          result += " "
        }
        isBlank = false
        breaks = 0
        result.append(character)
      }
    }
    if breaks > 0 { result.append(breaks > 1 ? paragraph : lineBreak) }
    return isBlank && breaks == 0 ? result + " " : result
  }
}
