/// A list of a page as markdown.
struct HTMLList {
  let markdown: HTMLMarkdown
  private let element: HTMLElement

  init(markdown: HTMLMarkdown, _ element: HTMLElement) {
    self.markdown = markdown
    self.element = element
  }

  var blocks: [String] {
    var items: [String] = []
    var isLoose = false
    var number = Int(element.attributes["start"] ?? "") ?? 1
    for child in contents {
      let blocks = markdown.blocks(of: child)
      guard !blocks.isEmpty else { continue }
      let mark = element.name == "ol" ? "\(number). " : "- "
      number += 1
      // Items of one paragraph, with or without a list below it, need no empty lines.
      let isShort = blocks.count == 1 || (blocks.count == 2 && Self.isList(blocks[1]))
      isLoose = isLoose || !isShort
      let text = blocks.joined(separator: isShort ? "\n" : "\n\n")
      items.append(mark + Self.indented(text, by: mark.count))
    }
    return items.isEmpty ? [] : [items.joined(separator: isLoose ? "\n\n" : "\n")]
  }

  /// The nodes of each item. What stands between items is one, too: lists directly within lists belong to
  /// the item before.
  private var contents: [[HTMLNode]] {
    var result: [[HTMLNode]] = []
    for node in element.children {
      switch node {
      case .text(let text):
        if !text.allSatisfy(\.isWhitespace) { result.append([node]) }
      case .element(let child) where child.name == "li":
        result.append(child.children)
      case .element(let child) where ["ul", "ol"].contains(child.name) && !result.isEmpty:
        result[result.count - 1].append(node)
      case .element:
        result.append([node])
      }
    }
    return result
  }

  private static func isList(_ block: String) -> Bool {
    block.hasPrefix("- ") || block.first?.isNumber ?? false
  }

  private static func indented(_ text: String, by width: Int) -> String {
    let margin = String(repeating: " ", count: width)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      index == 0 || line.isEmpty ? String(line) : margin + line
    }.joined(separator: "\n")
  }
}
