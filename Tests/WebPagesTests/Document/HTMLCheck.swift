/// Reads what the page makes of a document as strictly as nothing else does: only elements and attributes that the
/// page has, each closed in its order, and addresses of few kinds.
struct HTMLCheck {
  private(set) var problems: [String] = []
  /// `from`, `to` of all blocks.
  private(set) var lines: [ClosedRange<Int>] = []
  private(set) var ids: Set<String> = []
  private var open: [String] = []
  private let text: [Unicode.Scalar]
  private var index = 0

  init(_ html: String) {
    text = Array(html.unicodeScalars)
    while index < text.count { step() }
    if !open.isEmpty { problems.append("not closed: \(open)") }
  }

  private static let void: Set<String> = ["br", "hr", "input"]
  private static let elements: Set<String> = [
    "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "table",
    "thead",
    "tbody", "tr", "th", "td", "div", "section", "hr", "br", "em", "strong", "del", "mark", "a",
    "span",
    "sup", "input",
  ]
  private static let blocks: Set<String> = [
    "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "table", "tr", "hr",
  ]
  private static let classes: Set<String> = [
    "cited", "cite", "missing", "line-anchor", "timestamp", "visually-hidden", "scroll",
    "footnotes",
    "callout", "callout-title", "task-list", "message",
  ]
  private static let attributes: Set<String> = [
    "id", "class", "data-lines", "href", "rel", "title", "aria-label", "start", "align", "tabindex",
    "role",
    "type", "disabled", "checked",
  ]

  private mutating func step() {
    switch text[index] {
    case "<": readTag()
    case ">",
      "\"" where text[index] == ">":
      fail("a bare >")
    case "&":
      if !readEntity() { fail("a bare &") }
    default:
      if Self.isForbidden(text[index]) { fail("U+\(String(text[index].value, radix: 16))") }
      index += 1
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
    return (isControl && scalar != "\n" && scalar != "\t")
      || (0xFDD0...0xFDEF).contains(scalar.value)
      || scalar.value & 0xFFFE == 0xFFFE && scalar.value <= 0xFFFF
  }

  private mutating func fail(_ problem: String) {
    let from = max(0, index - 40)
    var near = String.UnicodeScalarView()
    near.append(contentsOf: text[from..<min(text.count, index + 60)])
    problems.append("\(problem) near \(String(near))")
    index += 1
  }

  private mutating func readEntity() -> Bool {
    for entity in ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"] {
      let scalars = Array(entity.unicodeScalars)
      if text[index...].starts(with: scalars) {
        index += scalars.count
        return true
      }
    }
    return false
  }

  private mutating func readTag() {
    guard let end = text[index...].firstIndex(of: ">") else { return fail("a tag without an end") }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[(index + 1)..<end])
    let tag = String(view)
    if tag.hasPrefix("/") {
      let name = String(tag.dropFirst())
      if open.popLast() != name { return fail("</\(name)> closes another element") }
      index = end + 1
      return
    }
    let name = String(tag.prefix { $0 != " " })
    guard Self.elements.contains(name) else { return fail("<\(name)>") }
    if name == "a", open.contains("a") { return fail("a link in a link") }
    if Self.blocks.contains(name) || name == "div", open.contains("p") || open.contains("a") {
      return fail("<\(name)> within text")
    }
    guard let attributes = Self.attributes(of: String(tag.dropFirst(name.count))) else {
      return fail("attributes of <\(tag)>")
    }
    check(name, attributes)
    // Notices, and the list around footnotes, stand nowhere in the file.
    let isOurs = (name == "p" && open.last == "div") || (name == "ol" && open.last == "section")
    if Self.blocks.contains(name), attributes["data-lines"] == nil, !isOurs {
      fail("<\(name)> without lines")
    }
    if !Self.void.contains(name) { open.append(name) }
    index = end + 1
  }

  private static func attributes(of text: String) -> [String: String]? {
    var result: [String: String] = [:]
    var rest = text[...]
    while !rest.isEmpty {
      guard rest.first == " " else { return nil }
      rest = rest.dropFirst()
      let name = String(rest.prefix { $0.isLetter || $0 == "-" })
      rest = rest.dropFirst(name.count)
      guard attributes.contains(name), result[name] == nil else { return nil }
      guard rest.hasPrefix("=\"") else {
        guard name == "disabled" || name == "checked" else { return nil }
        result[name] = ""
        continue
      }
      let value = rest.dropFirst(2).unicodeScalars.prefix { $0 != "\"" }
      rest = Substring(rest.dropFirst(2).unicodeScalars.dropFirst(value.count + 1))
      result[name] = String(Substring(value))
    }
    return result
  }

  private mutating func check(_ name: String, _ attributes: [String: String]) {
    for name in attributes["class"]?.split(separator: " ") ?? []
    where !Self.classes.contains(String(name)) {
      fail("class \(name)")
    }
    if let href = attributes["href"] {
      if name != "a" || !Self.isSafe(href) { fail("href \(href)") }
      if href.hasPrefix("http"), attributes["rel"] != "external noreferrer" { fail("no rel") }
    }
    if let id = attributes["id"] {
      let isName =
        id.first?.isLetter == true
        && id.unicodeScalars.allSatisfy {
          $0 == "-" || $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
      if !isName { fail("id \(id)") }
      if !ids.insert(id).inserted { fail("id \(id) twice") }
    }
    if let lines = attributes["data-lines"] {
      let numbers = lines.split(separator: "–").compactMap { Int($0) }
      guard let first = numbers.first, let last = numbers.last, first <= last else {
        return fail("lines \(lines)")
      }
      self.lines.append(first...last)
    }
  }

  private static let schemes = ["/doc/", "/?q=tag%3A", "#", "http://", "https://", "mailto:"]

  private static func isSafe(_ href: String) -> Bool {
    schemes.contains { href.hasPrefix($0) }
      && href.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic
            || "0123456789-._~:/?#[]@!$&()*+,;=%".unicodeScalars.contains(scalar))
      }
  }
}
