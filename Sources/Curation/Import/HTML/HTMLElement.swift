/// An element of a page. A class, since elements are told apart by identity while they are weighed.
final class HTMLElement {
  /// Lower case.
  let name: String
  /// Names in lower case.
  let attributes: [String: String]
  var children: [HTMLNode]
  /// Whether it, or anything in it, stands on lines of its own.
  let isBlock: Bool

  init(name: String, attributes: [String: String], children: [HTMLNode]) {
    self.name = name
    self.attributes = attributes
    self.children = children
    isBlock =
      HTMLElementNames.blocks.contains(name)
      || children.contains { node in
        if case .element(let element) = node { element.isBlock } else { false }
      }
  }

  var elements: [HTMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// All text, as it is.
  var text: String {
    var result = ""
    appendText(to: &result)
    return result
  }

  private func appendText(to result: inout String) {
    for child in children {
      switch child {
      case .text(let text): result += text
      case .element(let element):
        if element.isBlock || element.name == "br" { result += "\n" }
        element.appendText(to: &result)
      }
    }
  }

  /// It and everything in it for which `condition` holds, in order.
  func all(_ condition: (HTMLElement) -> Bool) -> [HTMLElement] {
    (condition(self) ? [self] : []) + elements.flatMap { $0.all(condition) }
  }

  /// The first one with this name, itself included.
  func first(_ name: String) -> HTMLElement? { all { $0.name == name }.first }

  /// Words of the attributes `class` and `id`.
  var words: [String] {
    let text = (attributes["class"] ?? "") + " " + (attributes["id"] ?? "")
    return text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
