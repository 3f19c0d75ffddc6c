/// A part of a page.
enum HTMLNode {
  case element(HTMLElement)
  case text(String)
}
