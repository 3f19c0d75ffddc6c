internal import CGumbo

/// A page as gumbo parses it (HTML5, as browsers do). The only place where gumbo's memory is touched: it
/// is freed before the tree is handed on, which has copies of its own.
struct HTMLTree {
  /// Deeper elements become neighbours at this depth, as in browsers, so that whoever walks the tree may
  /// recurse.
  private static let maximumDepth = 256

  /// The element `html`.
  let root: HTMLElement

  /// - Throws: `ImportError.noMainText` where gumbo gives nothing.
  init(_ source: HTMLSource) throws(ImportError) {
    // Names of unknown elements lie in the text itself, so that it must stay until the tree is made.
    let root = source.text.withUnsafeBufferPointer { buffer in
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
    for child in children(node) {
      if let text = text(child) {
        nodes.append(.text(text))
      } else if child.pointee.type == GUMBO_NODE_ELEMENT {
        if depth < maximumDepth {
          var inner: [HTMLNode] = []
          append(children: child, to: &inner, depth: depth + 1)
          nodes.append(.element(make(child, inner)))
        } else {
          flatten(child, to: &nodes)
        }
      }
    }
  }

  /// Appends an element and all that it holds side by side: what is deeper becomes its neighbour.
  private static func flatten(_ node: UnsafePointer<GumboNode>, to nodes: inout [HTMLNode]) {
    var run: [HTMLNode] = []
    let list = children(node)
    for child in list {
      if let text = text(child) {
        run.append(.text(text))
      } else if child.pointee.type == GUMBO_NODE_ELEMENT {
        if !run.isEmpty { nodes.append(.element(make(node, run))) }
        run = []
        flatten(child, to: &nodes)
      }
    }
    if !run.isEmpty || list.isEmpty { nodes.append(.element(make(node, run))) }
  }

  private static func children(_ node: UnsafePointer<GumboNode>) -> [UnsafePointer<GumboNode>] {
    let list = footnote_gumbo_element(node).pointee.children
    return (0..<Int(list.length)).compactMap { index in
      list.data[index].map { UnsafePointer($0.assumingMemoryBound(to: GumboNode.self)) }
    }
  }

  private static func text(_ node: UnsafePointer<GumboNode>) -> String? {
    switch node.pointee.type {
    case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
      String(cString: footnote_gumbo_text(node))
    default: nil
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
