/// How an HTML block may begin (CommonMark 0.29, section 4.6).
enum HTMLBlockStart {
  private static let verbatim: Set<String> = ["script", "pre", "style"]
  private static let blocks: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]

  /// The shortest line that begins the same kind of HTML block as the line of `range`; `nil` where it
  /// begins none.
  static func canonical(_ text: [UInt8], _ range: Range<Int>) -> [UInt8]? {
    let line = text[range].dropFirst()
    guard let first = line.first else { return nil }
    if line.starts(with: "!--".utf8) { return Array("<!-- x".utf8) }
    if first == 0x3F { return Array("<? x".utf8) }
    if line.starts(with: "![CDATA[".utf8) { return Array("<![CDATA[ x".utf8) }
    if first == 0x21 {
      return line.dropFirst().first.map(ByteClass.isLetter) == true ? Array("<!A x".utf8) : nil
    }
    let isEnd = first == 0x2F
    let name = (isEnd ? line.dropFirst() : line).prefix {
      ByteClass.isLetterOrDigit($0) || $0 == 0x2D
    }
    guard let letter = name.first, ByteClass.isLetter(letter), name.count <= 32 else { return nil }
    let word = String(decoding: name, as: UTF8.self).lowercased()
    let next = name.endIndex < range.upperBound ? text[name.endIndex] : 0x20
    if next == 0x20 || next == 0x09 || next == 0x3E || next == 0x2F {
      if !isEnd, verbatim.contains(word) { return Array("<\(word)> x".utf8) }
      if blocks.contains(word) { return Array("<div x".utf8) }
    }
    guard isWholeTag(text, name.endIndex..<range.upperBound) else { return nil }
    // The end of a script that began further up must still be seen.
    return Array((isEnd && verbatim.contains(word) ? "</\(word)>" : "<a>").utf8)
  }

  /// Whether the rest of a tag is followed by white space alone.
  private static func isWholeTag(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var quote: UInt8 = 0
    guard let first = text[range].first,
      ByteClass.isBlank(first) || first == 0x2F || first == 0x3E
    else { return false }
    for index in range {
      let byte = text[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        return text[(index + 1)..<range.upperBound].allSatisfy(ByteClass.isSpaceOrTab)
      } else if !isAttributeByte(byte) || (byte == 0x2D && ByteClass.isBlank(text[index - 1])) {
        return false
      }
    }
    return false
  }

  private static func isAttributeByte(_ byte: UInt8) -> Bool {
    ByteClass.isWord(byte) || ByteClass.isBlank(byte)
      || [0x2D, 0x2E, 0x2F, 0x3A, 0x3D, 0x5F].contains(byte)
  }
}

/// What ends an HTML block that a blank line does not end.
enum HTMLBlockEnd: String {
  case comment = "-->"
  case instruction = "?>"
  case data = "]]>"
  case script = "</script>"
  case style = "</style>"
  case preformatted = "</pre>"
  case declaration = ">"

  /// - Parameter position: of a `>`.
  init?(_ text: [UInt8], endingAt position: Int, from start: Int) {
    let before = text[max(start, position - 8)...position]
    func ends(with end: HTMLBlockEnd) -> Bool {
      before.suffix(end.rawValue.utf8.count).elementsEqual(end.rawValue.utf8) { byte, wanted in
        byte == wanted || (ByteClass.isLetter(byte) && byte | 0x20 == wanted)
      }
    }
    let all: [HTMLBlockEnd] = [.comment, .instruction, .data, .script, .style, .preformatted]
    self = all.first(where: ends(with:)) ?? .declaration
  }
}
