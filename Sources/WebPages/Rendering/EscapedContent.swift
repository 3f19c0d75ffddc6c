internal import Mustache

/// Has the library of templates escape as `EscapedHTML` does.
struct EscapedContent: MustacheContentType {
  static let name = "FOOTNOTE_HTML"

  func escapeText(_ text: String) -> String {
    EscapedHTML.escaped(text)
  }
}
