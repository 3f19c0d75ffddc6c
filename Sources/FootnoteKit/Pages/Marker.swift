/// The mark of a type as a small drawing beside text.
enum Marker {
  /// Unseen by those who hear the page: the name of the type stands beside it.
  static func svg(_ look: TypeStyle.Look) -> Markup {
    """
    <svg class="marker \(name(of: look.colour))" viewBox="-1.3 -1.3 2.6 2.6" aria-hidden="true">\
    <path d="\(look.shape.path)"/></svg>
    """
  }

  /// The class of a colour.
  static func name(of colour: MarkerColour) -> String { "c-" + colour.rawValue }

  /// The name of the property that holds a colour.
  static func property(of colour: MarkerColour) -> String { "--" + name(of: colour) }

  /// The colours by name, for light and for dark paper.
  static var style: String {
    let light = MarkerColour.allCases.map { "\(property(of: $0)): \($0.light);" }
    let dark = MarkerColour.allCases.map { "\(property(of: $0)): \($0.dark);" }
    let classes = MarkerColour.allCases.map {
      ".\(name(of: $0)) { color: var(\(property(of: $0))); }"
    }
    return ":root { \(light.joined(separator: " ")) }\n"
      + "@media screen and (prefers-color-scheme: dark) {\n"
      + "  :root { \(dark.joined(separator: " ")) } }\n"
      + classes.joined(separator: "\n") + "\n"
  }
}
