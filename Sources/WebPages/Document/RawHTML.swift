/// What becomes of a tag in a document. None is ever HTML of the page.
enum RawHTML {
  /// Shown as it is written.
  case text
  /// Left out.
  case nothing
  /// The end of a line.
  case lineBreak

  /// - Parameter source: A tag, a comment or a declaration.
  init(_ source: String) {
    var rest = source.utf8.dropFirst()
    if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
    guard let first = rest.first, first != UInt8(ascii: "!"), first != UInt8(ascii: "?") else {
      self = .nothing
      return
    }
    let name = String(Substring(rest.prefix { Self.isPart($0) })).lowercased()
    if name == "br" {
      self = .lineBreak
    } else {
      self = Self.known.contains(name) ? .nothing : .text
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "-")
  }

  /// Elements that only shape a text. What is not among them may be meant as text: `Array<T>`.
  private static let known: Set<String> = [
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "caption",
    "center",
    "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
    "figcaption",
    "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "img",
    "ins", "kbd",
    "li", "main", "mark", "nav", "ol", "p", "picture", "pre", "q", "s", "samp", "section", "small",
    "source",
    "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th",
    "thead", "time",
    "tr", "tt", "u", "ul", "var", "wbr",
  ]
}
