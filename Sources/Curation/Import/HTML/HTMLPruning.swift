/// Takes out of a page what is no content: scripts, controls, what is hidden, navigation, and what the page
/// itself calls advertising, sharing, comments and the like.
struct HTMLPruning {
  /// Words of class and id that name no content.
  private static let unlikely: Set<String> = [
    "ad", "ads", "adsbygoogle", "advert", "advertisement", "banner", "breadcrumb", "breadcrumbs",
    "catlinks", "comment", "comments", "consent", "cookie", "cookies", "disqus", "editsection",
    "footer",
    "gdpr", "masthead", "menu", "modal", "nav", "navbar", "navbox", "navigation", "newsletter",
    "noprint", "outbrain", "overlay", "pager", "pagination", "paywall", "popup", "promo",
    "promoted",
    "recommended", "related", "respond", "share", "sharing", "sidebar", "signup", "skip", "social",
    "sponsor", "sponsored", "subscribe", "subscription", "taboola", "toolbar", "widget",
  ]
  private static let roles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog",
    "alertdialog", "toolbar", "tablist",
  ]
  /// Only these are judged by their words: those of a piece of code are its own.
  private static let judged: Set<String> = [
    "div", "section", "ul", "ol", "aside", "header", "form", "table", "span", "details",
  ]
  /// What holds such a share of all text is no side matter, whatever it is called.
  private static let largeShare = 0.4

  private let total: Int

  /// Prunes everything below `root`.
  static func prune(_ root: HTMLElement) {
    HTMLPruning(total: max(1, root.text.count)).prune(root, isArticle: false)
  }

  private func prune(_ element: HTMLElement, isArticle: Bool) {
    guard element.name != "pre", element.name != "code" else { return }
    let isArticle = isArticle || element.name == "article" || element.name == "main"
    element.children.removeAll { node in
      if case .element(let child) = node { isNoContent(child, isArticle: isArticle) } else { false }
    }
    for child in element.elements { prune(child, isArticle: isArticle) }
  }

  private func isNoContent(_ element: HTMLElement, isArticle: Bool) -> Bool {
    let name = element.name
    if HTMLElementNames.silent.contains(name) || name.contains(":") { return true }
    guard !["body", "main", "article", "html"].contains(name) else { return false }
    if isHidden(element) { return true }
    let isSide =
      HTMLElementNames.navigation.contains(name)
      || (!isArticle && (name == "aside" || name == "header"))
      || Self.roles.contains(element.attributes["role"]?.lowercased() ?? "")
      || (Self.judged.contains(name) && !Self.unlikely.isDisjoint(with: element.words))
    return isSide && Double(element.text.count) < Self.largeShare * Double(total)
  }

  private func isHidden(_ element: HTMLElement) -> Bool {
    let style = element.attributes["style"]?.lowercased().filter { !$0.isWhitespace } ?? ""
    return element.attributes["hidden"] != nil || element.attributes["aria-hidden"] == "true"
      || style.contains("display:none") || style.contains("visibility:hidden")
  }
}
