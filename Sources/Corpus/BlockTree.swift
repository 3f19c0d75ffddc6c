internal import CMarkGFM

/// A document as cmark has parsed it: the one owner of cmark's nodes.
///
/// Only the lines of blocks are taken from cmark, from an outline whose text is masked. Tables, link
/// references and inline markup are read from the bytes: cmark's columns are not reliable, and the
/// extensions of Debian's release (0.29.0.gfm.6) take quadratic time on crafted tables and links.
struct BlockTree: ~Copyable {
  private let root: OpaquePointer

  /// Parses an outline; `nil` where cmark has no memory for it.
  init?(outline: [UInt8]) {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
    defer { cmark_parser_free(parser) }
    outline.withUnsafeBytes { buffer in
      cmark_parser_feed(parser, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
    }
    guard let root = cmark_parser_finish(parser) else { return nil }
    self.root = root
  }

  deinit {
    cmark_node_free(root)
  }

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
          last: Int(cmark_node_get_end_line(node)), parent: parents.last ?? -1))
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
}
