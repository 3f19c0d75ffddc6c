package import TerminalOutput

/// A passage that can be picked.
package struct PickItem: Hashable, Sendable {
  package var title: String
  /// Headings that it stands under, outermost first.
  package var headings: [String]
  package var citation: String
  /// What stands behind the citation: date, type, relevance.
  package var facts: [String]
  /// The passage, with the words of the question marked.
  package var text: StyledText
  /// Line of the file that the passage begins in, from 1.
  package var line: Int

  package init(
    title: String, headings: [String] = [], citation: String, facts: [String] = [],
    text: StyledText, line: Int
  ) {
    self.title = title
    self.headings = headings
    self.citation = citation
    self.facts = facts
    self.text = text
    self.line = line
  }
}

/// The lines around a passage.
package struct PickSurroundings: Hashable, Sendable {
  package var before: [String]
  package var after: [String]

  package init(before: [String] = [], after: [String] = []) {
    self.before = before
    self.after = after
  }
}
