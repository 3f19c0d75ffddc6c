internal import CMarkGFM

/// A text as cmark has parsed it: the one owner of cmark's nodes.
///
/// A whole document is never given to cmark as it is. Of blocks only the lines are taken, from an outline
/// whose text is masked; inline markup is parsed block by block. Tables and link references are read from the
/// bytes: cmark's columns are not reliable, and the extensions of Debian's release (0.29.0.gfm.6) take
/// quadratic time on crafted tables and links.
struct MarkdownTree: ~Copyable {
  private let root: OpaquePointer

  /// Parses a text; `nil` where cmark has no memory for it.
  init?(_ text: [UInt8]) {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
    defer { cmark_parser_free(parser) }
    text.withUnsafeBytes { buffer in
      cmark_parser_feed(parser, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
    }
    guard let root = cmark_parser_finish(parser) else { return nil }
    self.root = root
  }

  deinit {
    cmark_node_free(root)
  }

  // MARK: Blocks

  /// The blocks in the order of the document, containers before what they hold.
  borrowing func blocks() -> [Block] {
    guard let iterator = cmark_iter_new(root) else { return [] }
    defer { cmark_iter_free(iterator) }
    var blocks: [Block] = []
    var parents: [Int] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return blocks }
      guard let node = cmark_iter_get_node(iterator), let kind = Self.kind(of: node) else {
        continue
      }
      if event == CMARK_EVENT_EXIT {
        if kind.isContainer { parents.removeLast() }
        continue
      }
      blocks.append(
        Block(
          kind: kind, first: Int(cmark_node_get_start_line(node)),
          last: Int(cmark_node_get_end_line(node)), parent: parents.last ?? -1,
          list: kind == .list ? Self.style(of: node) : nil))
      if kind.isContainer { parents.append(blocks.count - 1) }
    }
  }

  private static func kind(of node: OpaquePointer) -> Block.Kind? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_CODE_BLOCK: .code
    case CMARK_NODE_HTML_BLOCK: .html
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    default: nil
    }
  }

  private static func style(of node: OpaquePointer) -> ListStyle {
    ListStyle(
      start: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        ? Int(cmark_node_get_list_start(node)) : nil,
      isTight: cmark_node_get_list_tight(node) != 0)
  }

  // MARK: Inline markup

  /// The inline markup of the first block, step by step: no tree, which could be nested deeper than whoever
  /// walks it can go.
  ///
  /// - Complexity: O(length of the text).
  borrowing func inlines() -> [InlinePiece] {
    guard let block = cmark_node_first_child(root), let iterator = cmark_iter_new(block) else {
      return []
    }
    defer { cmark_iter_free(iterator) }
    var pieces: [InlinePiece] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return pieces }
      guard let node = cmark_iter_get_node(iterator) else { continue }
      if event == CMARK_EVENT_EXIT {
        if Self.span(of: node) != nil { pieces.append(.close) }
      } else if let span = Self.span(of: node) {
        pieces.append(.open(span))
      } else if let piece = Self.piece(of: node) {
        Self.append(piece, to: &pieces)
      }
    }
  }

  /// cmark cuts text wherever markup could have begun.
  private static func append(_ piece: InlinePiece, to pieces: inout [InlinePiece]) {
    if case .text(let text) = piece, case .text(let before)? = pieces.last {
      pieces[pieces.count - 1] = .text(before + text)
    } else {
      pieces.append(piece)
    }
  }

  private static func piece(of node: OpaquePointer) -> InlinePiece? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: .text(string(cmark_node_get_literal(node)))
    case CMARK_NODE_CODE: .code(string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: .html(string(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    default: nil
    }
  }

  private static func span(of node: OpaquePointer) -> InlineSpan? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK:
      .link(address: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      .image(address: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    default: nil
    }
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}
