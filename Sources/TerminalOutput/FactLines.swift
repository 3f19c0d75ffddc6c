/// Short facts side by side, two spaces between them, on as many lines as they need.
package struct FactLines: Sendable {
  /// A fact, and how it looks.
  package struct Fact: Sendable {
    package var text: String
    /// Colours and weights; adds no columns.
    package var style: @Sendable (String) -> String
    /// Whether the text is to be copied, and so never broken.
    package var isWhole: Bool

    package init(
      _ text: String, isWhole: Bool = false,
      style: @escaping @Sendable (String) -> String = { $0 }
    ) {
      self.text = text
      self.style = style
      self.isWhole = isWhole
    }
  }

  private static let gap = "  "
  /// Number of columns of a line.
  package let width: Int

  package init(width: Int) {
    self.width = max(1, width)
  }

  /// The lines. A fact that is longer than a line is broken between words, unless it is whole: that one
  /// stands alone, as long as it is.
  package func lines(of facts: [Fact]) -> [String] {
    var lines: [String] = []
    var used = 0
    for fact in facts where !fact.text.isEmpty {
      let length = fact.text.displayWidth
      if used > 0, used + Self.gap.count + length <= width {
        lines[lines.count - 1] += Self.gap + fact.style(fact.text)
        used += Self.gap.count + length
      } else if length <= width || fact.isWhole {
        lines.append(fact.style(fact.text))
        used = length
      } else {
        let wrapped = LineWrapper(width: width).lines(of: fact.text)
        lines += wrapped.map(fact.style)
        used = wrapped.last?.displayWidth ?? 0
      }
    }
    return lines
  }
}
