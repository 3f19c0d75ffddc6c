import FootnoteKit
import TerminalOutput

/// How citations look: as links of the terminal, with their addresses below them, or plain.
struct CitationMark: Sendable {
  let palette: Palette
  private let links: CitationLinks?
  private let isHyperlink: Bool

  init(palette: Palette, links: CitationLinks? = nil, isHyperlink: Bool = false) {
    self.palette = palette
    self.links = links
    self.isHyperlink = isHyperlink
  }

  func text(_ citation: Citation) -> String {
    style(to: citation.path, line: citation.lines.lowerBound)(citation.description)
  }

  /// A path that leads to its document.
  func text(path: String) -> String {
    style(to: path)(path.plainLine)
  }

  /// Colours and links a text; adds no columns.
  func style(to path: String, line: Int? = nil) -> @Sendable (String) -> String {
    { palette.citation(linked($0, to: path, line: line)) }
  }

  func style(to citation: Citation) -> @Sendable (String) -> String {
    style(to: citation.path, line: citation.lines.lowerBound)
  }

  /// Links only, for citations that look like the text around them.
  func linked(_ text: String, to path: String, line: Int? = nil) -> String {
    guard isHyperlink, let links else { return text }
    return Hyperlink.text(text, to: links.address(of: path, line: line))
  }

  func linked(_ citation: Citation) -> String {
    linked(citation.description, to: citation.path, line: citation.lines.lowerBound)
  }

  /// What stands below a citation: its address, where it is no link.
  func addresses(of path: String, line: Int? = nil) -> [String] {
    guard !isHyperlink, let links else { return [] }
    return [palette.aside(links.address(of: path, line: line))]
  }

  func addresses(of citation: Citation) -> [String] {
    addresses(of: citation.path, line: citation.lines.lowerBound)
  }

  /// A wrapped line of text with links for those citations that stand in it whole.
  func linking(_ citations: [Citation], in line: String) -> String {
    guard isHyperlink else { return line }
    var words: [String: String] = [:]
    for citation in citations { words[citation.description] = linked(citation) }
    return line.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let isListed = word.hasSuffix(",")
      let plain = String(isListed ? word.dropLast() : word)
      return words[plain].map { isListed ? $0 + "," : $0 } ?? String(word)
    }.joined(separator: " ")
  }
}
