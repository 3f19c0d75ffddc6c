internal import FootnoteKit

/// Where the links of a document lead: what the index says, which is what the graph shows.
struct DocumentLinkTable {
  /// What a link becomes.
  enum Target: Equatable {
    /// A page here.
    case page(address: String)
    /// Lines of a document.
    case citation(address: String)
    case outside(address: String)
    case nowhere
  }

  private struct Key: Hashable {
    let isMarkdown: Bool
    let target: String
  }

  private let path: String
  private let found: [Key: String]

  /// - Parameter path: The document itself.
  init(_ path: String, _ links: [DocumentReferences.ResolvedLink]) {
    self.path = path
    var found: [Key: String] = [:]
    for link in links {
      found[Key(isMarkdown: link.kind == .markdown, target: link.target)] = link.path
    }
    self.found = found
  }

  /// The target of `[text](address)`, the address as it is meant.
  func target(of address: String) -> Target {
    guard let (target, fragment) = LinkTarget.split(address) else {
      return OutsideAddress.safe(address).map { .outside(address: $0) } ?? .nowhere
    }
    return self.target(
      of: Link(kind: .markdown, target: target, fragment: fragment, line: 1))
  }

  func target(of link: Link) -> Target {
    if link.target.isEmpty {
      guard let fragment = link.fragment else { return .nowhere }
      return place(fragment, in: path, isSame: true)
    }
    guard let found = found[Key(isMarkdown: link.kind == .markdown, target: link.target)] else {
      return .nowhere
    }
    guard let fragment = link.fragment else {
      return .page(address: PageAddress.document(found))
    }
    return place(fragment, in: found, isSame: false)
  }

  private func place(_ fragment: String, in path: String, isSame: Bool) -> Target {
    if let lines = LineReference.fragment(fragment) {
      return .citation(address: PageAddress.document(path, lines: lines))
    }
    // `[[page#heading#heading below]]`
    let part = fragment.split(separator: "#").last.map(String.init) ?? fragment
    let anchor =
      part.hasPrefix("^")
      ? HeadingSlug.blockAnchor(for: String(part.dropFirst())) : HeadingSlug.anchor(for: part)
    let encoded = PageAddress.fragment(anchor)
    return .page(address: isSame ? encoded : PageAddress.document(path) + encoded)
  }
}
