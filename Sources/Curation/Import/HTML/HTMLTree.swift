internal import CGumbo

/// A page as gumbo parses it (HTML5, as browsers do). The only place where gumbo's memory is touched: it
/// is freed before the tree is handed on, which has copies of its own.
struct HTMLTree {
  /// Deeper elements join their ancestor at this depth, as in browsers, so that whoever walks the tree
  /// may recurse.
  private static let maximumDepth = 256

  /// The element `html`.
  let root: HTMLElement

  /// - Throws: `ImportError.nestedTooDeep`, `.noMainText` where gumbo gives nothing.
  init(_ text: String) throws(ImportError) {
    try HTMLNestingGuard.check(text)
    var text = text
    // Names of unknown elements lie in the text itself, so that it must stay until the tree is made.
    let root = text.withUTF8 { buffer in
      buffer.withMemoryRebound(to: CChar.self) { Self.parse($0) }
    }
    guard let root else { throw .noMainText }
    self.root = root
  }

  private static func parse(_ text: UnsafeBufferPointer<CChar>) -> HTMLElement? {
    var options = footnote_gumbo_options()
    // Errors are of no use here, and each would be kept.
    options.max_errors = 0
    guard let start = text.baseAddress,
      let output = gumbo_parse_with_options(&options, start, text.count)
    else { return nil }
    defer { footnote_gumbo_free(output) }
    guard let node = output.pointee.root else { return nil }
    var children: [HTMLNode] = []
    append(children: node, to: &children, depth: 0)
    return make(node, children)
  }

  private static func make(_ node: UnsafePointer<GumboNode>, _ children: [HTMLNode]) -> HTMLElement
  {
    let element = footnote_gumbo_element(node).pointee
    return HTMLElement(name: name(element), attributes: attributes(element), children: children)
  }

  private static func append(
    children node: UnsafePointer<GumboNode>, to nodes: inout [HTMLNode], depth: Int
  ) {
    let list = footnote_gumbo_element(node).pointee.children
    for index in 0..<Int(list.length) {
      guard let child = list.data[index]?.assumingMemoryBound(to: GumboNode.self) else { continue }
      switch child.pointee.type {
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
        nodes.append(.text(String(cString: footnote_gumbo_text(child))))
      case GUMBO_NODE_ELEMENT:
        // Deep ones pass their children on, and vanish themselves.
        guard depth < maximumDepth else {
          append(children: child, to: &nodes, depth: depth)
          continue
        }
        var inner: [HTMLNode] = []
        append(children: child, to: &inner, depth: depth + 1)
        nodes.append(.element(make(child, inner)))
      default: continue
      }
    }
  }

  private static func name(_ element: GumboElement) -> String {
    if element.tag != GUMBO_TAG_UNKNOWN {
      return String(cString: gumbo_normalized_tagname(element.tag))
    }
    var piece = element.original_tag
    gumbo_tag_from_original_text(&piece)
    guard let data = piece.data else { return "" }
    return data.withMemoryRebound(to: UInt8.self, capacity: piece.length) {
      String(decoding: UnsafeBufferPointer(start: $0, count: piece.length), as: UTF8.self)
    }.lowercased()
  }

  private static func attributes(_ element: GumboElement) -> [String: String] {
    let list = element.attributes
    var result: [String: String] = [:]
    for index in 0..<Int(list.length) {
      guard let attribute = list.data[index]?.assumingMemoryBound(to: GumboAttribute.self) else {
        continue
      }
      let name = String(cString: attribute.pointee.name).lowercased()
      result[name] = String(cString: attribute.pointee.value)
    }
    return result
  }
}
