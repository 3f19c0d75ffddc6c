/// Writes text as markdown with as few backslashes as keep it from being read as markup: people read it
/// as it is, too.
enum MarkdownEscaping {
  /// Text within a paragraph. White space stays as it is.
  static func inline(_ text: String) -> String {
    guard text.utf8.contains(where: marks.contains) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let previous = index > 0 ? scalars[index - 1] : " "
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      let isLink = scalar == "[" && beginsLink(scalars, index)
      if isLink || isMarkup(scalar, previous, next) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  /// Nobody links more than so many letters.
  private static let longestLink = 300

  /// Whether the bracket at `index` would begin a link, a wikilink, a footnote or a definition.
  private static func beginsLink(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    let rest = scalars[(index + 1)...].prefix(longestLink)
    if rest.first == "[" || rest.first == "^" || (index > 0 && scalars[index - 1] == "!") {
      return true
    }
    guard let close = rest.firstIndex(of: "]"), close + 1 < scalars.count else { return false }
    return ["(", "[", ":"].contains(scalars[close + 1])
  }

  private static let marks = Set("\\`*_[<&~#".utf8)

  private static func isMarkup(
    _ scalar: Unicode.Scalar, _ previous: Unicode.Scalar, _ next: Unicode.Scalar
  ) -> Bool {
    switch scalar {
    case "\\": isPunctuation(next)
    case "`": true
    case "*": !(isBlank(previous) && isBlank(next))
    // Within a word it is no emphasis.
    case "_": !(isWord(previous) && isWord(next)) && !(isBlank(previous) && isBlank(next))
    case "<": isWord(next) || next == "/" || next == "!" || next == "?"
    // A hashtag; what is numbered is none.
    case "#": isBlank(previous) && isWord(next) && !("0"..."9").contains(next)
    case "&": isWord(next) || next == "#"
    case "~": next == "~" || previous == "~"
    default: false
    }
  }

  /// The text of a link or picture, in one line.
  static func label(_ text: String) -> String {
    var result = ""
    var run = ""
    for character in text {
      if character == "[" || character == "]" {
        // A backslash before the bracket must not take its backslash away.
        result += inline(run) + (run.last == "\\" ? "\\" : "") + "\\" + String(character)
        run = ""
      } else {
        run.append(character)
      }
    }
    return result + inline(run)
  }

  /// A line that begins a paragraph, or any line of one: what would begin a heading, a quotation, a list,
  /// a rule or code there gets a backslash.
  static func lineStart(_ line: String) -> String {
    let text = line.unicodeScalars
    guard let first = text.first else { return line }
    let rest = text.dropFirst()
    switch first {
    case "#":
      let behind = text.drop { $0 == "#" }
      return behind.isEmpty || behind.first == " " ? "\\" + line : line
    case ">": return "\\" + line
    case "-", "+", "*":
      let isRule = text.count >= 3 && text.allSatisfy { $0 == first || $0 == " " }
      return rest.isEmpty || rest.first == " " || isRule ? "\\" + line : line
    case "_", "=", "~", "`", "|":
      return text.allSatisfy { $0 == first || $0 == " " } || line.hasPrefix("~~~")
        ? "\\" + line : line
    case "0"..."9":
      let digits = text.prefix { ("0"..."9").contains($0) }
      let mark = text.dropFirst(digits.count)
      guard digits.count <= 9, let sign = mark.first, sign == "." || sign == ")",
        mark.count == 1 || mark.dropFirst().first == " "
      else { return line }
      return String(digits) + "\\" + String(mark)
    default: return line
    }
  }

  /// A line of plain text, in which lists and quotations are meant as such: only what looks like a
  /// heading, a rule or a tag is kept from being one.
  static func plainLine(_ line: String) -> String {
    let tagged = line.contains("<") ? escapedTags(line) : line
    guard let first = tagged.unicodeScalars.first, "#-=*_~".unicodeScalars.contains(first) else {
      return tagged
    }
    let isRule = tagged.unicodeScalars.allSatisfy { $0 == first || $0 == " " }
    return isRule || first == "#" ? lineStart(tagged) : tagged
  }

  private static func escapedTags(_ line: String) -> String {
    var result = ""
    var rest = Substring(line)
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      let tail = rest[open...]
      let next = tail.unicodeScalars.dropFirst().first ?? " "
      let isTag = isWord(next) || next == "/" || next == "!" || next == "?"
      // Addresses between angle brackets are links, and meant as such.
      let isAddress = tail.hasPrefix("<http://") || tail.hasPrefix("<https://")
      result += isTag && !isAddress ? "\\<" : "<"
      rest = tail.dropFirst()
    }
    return result + rest
  }

  /// Text as code within a line.
  static func code(_ text: String) -> String {
    let ticks = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
    let needsSpace = text.hasPrefix("`") || text.hasSuffix("`")
    return needsSpace ? "\(ticks) \(text) \(ticks)" : ticks + text + ticks
  }

  /// Text as a block of code.
  static func fenced(_ text: String, language: String?) -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
    return "\(fence)\(language ?? "")\n\(text)\n\(fence)"
  }

  private static func longestRun(of character: Character, in text: String) -> Int {
    var longest = 0
    var current = 0
    for other in text {
      current = other == character ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }

  /// An address as the target of a link.
  static func target(_ address: String) -> String {
    var result = ""
    for scalar in address.unicodeScalars {
      switch scalar {
      case " ": result += "%20"
      case "(": result += "%28"
      case ")": result += "%29"
      case "<": result += "%3C"
      case ">": result += "%3E"
      case "\\": result += "%5C"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.value > 0x20 && !isWord(scalar)
  }
}
