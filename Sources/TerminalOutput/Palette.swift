/// Colours and weights of text, by what they are for; without effect where the output is no terminal.
package struct Palette: Sendable, Hashable {
  package let isEnabled: Bool

  package init(isEnabled: Bool) {
    self.isEnabled = isEnabled
  }

  /// The same without colours.
  package var disabled: Palette { Palette(isEnabled: false) }

  package func title(_ text: String) -> String { styled(text, "1") }
  /// What matters less than the rest.
  package func aside(_ text: String) -> String { styled(text, "2") }
  package func citation(_ text: String) -> String { styled(text, "36") }
  /// A word of the question.
  package func mark(_ text: String) -> String { styled(text, "1;33") }
  package func good(_ text: String) -> String { styled(text, "32") }
  package func warning(_ text: String) -> String { styled(text, "33") }
  package func failure(_ text: String) -> String { styled(text, "31") }

  /// Select Graphic Rendition of ECMA-48.
  private func styled(_ text: String, _ code: String) -> String {
    isEnabled && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
