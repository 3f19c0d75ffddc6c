/// Names of elements by what they do.
enum HTMLElementNames {
  /// Stand on lines of their own.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p",
    "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul",
  ]

  /// Hold nothing that is read.
  static let silent: Set<String> = [
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas",
    "button",
    "input", "select", "textarea", "dialog", "audio", "video", "map", "head", "link", "meta",
  ]

  /// Lead elsewhere or belong to the site.
  static let navigation: Set<String> = ["nav", "footer", "menu", "search"]

  /// Need no end.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  /// End by themselves where the next one begins.
  static let closedByNext: Set<String> = [
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup",
  ]
}
