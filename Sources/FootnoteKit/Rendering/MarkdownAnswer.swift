/// An answer as markdown, to be pasted into a note or handed to a language model: every passage is
/// quoted whole under its citation.
public struct MarkdownAnswer: Sendable {
  private let response: SearchResponse
  private let surroundings: [Int: CitedText]
  private let links: CitationLinks?

  /// - Parameters:
  ///   - response: What is written.
  ///   - surroundings: Lines around hits, by rank.
  ///   - links: With them, citations are links.
  public init(
    _ response: SearchResponse, surroundings: [Int: CitedText] = [:], links: CitationLinks? = nil
  ) {
    self.response = response
    self.surroundings = surroundings
    self.links = links
  }

  /// The whole answer.
  public var text: String {
    var blocks = ["# \(Self.line(response.query.original))"]
    if !response.corrections.isEmpty {
      let words = response.corrections.sorted { $0.key < $1.key }
        .map { "\($0.value) (not \($0.key))" }
      blocks.append("Showing results for " + words.joined(separator: ", ") + ".")
    }
    if !response.isLikelyAnswered {
      blocks.append("The knowledge base does not seem to answer this; the nearest passages:")
    }
    blocks += response.hits.flatMap(blocks(of:))
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func blocks(of hit: Hit) -> [String] {
    let place = ([hit.document.title] + hit.headings).map(Self.line).joined(separator: " › ")
    var facts = [shown(hit.citation)]
    if let date = hit.document.date { facts.append(date.description) }
    if let url = hit.url { facts.append("<\(url)>") }
    var blocks = [
      "## \(hit.rank). \(place)", facts.joined(separator: ", "), Self.quoted(body(of: hit)),
    ]
    if !hit.duplicates.isEmpty {
      let citations = RepetitionList.text(of: hit.duplicates.map(shown))
      blocks.append("The same is said in \(citations).")
    }
    return blocks
  }

  private func shown(_ citation: Citation) -> String {
    guard let links else { return "`\(citation)`" }
    return "[`\(citation)`](\(links.address(of: citation)))"
  }

  private func body(of hit: Hit) -> String {
    guard let around = surroundings[hit.rank] else { return hit.text }
    return (around.before + [hit.text] + around.after).joined(separator: "\n")
  }

  private static func quoted(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
