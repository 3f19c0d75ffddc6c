/// How modes are told apart in every figure: a colour, and a dash or a shape for those who do not see
/// colours.
struct ModeKey: Sendable {
  private static let colours = 6
  /// Dashes of lines; the last mode, which users get unless they choose, is always solid.
  private static let dashes = ["2 3", "7 4", "9 3 2 3", "1 4", "12 4"]

  let names: [String]

  init(_ report: BenchReport) {
    names = report.modes.map(\.name)
  }

  /// The class that sets a mode's colour.
  func style(_ index: Int) -> String {
    "m\(index % Self.colours)"
  }

  /// The value of `stroke-dasharray`.
  func dash(_ index: Int) -> String {
    index == names.count - 1 ? "none" : Self.dashes[index % Self.dashes.count]
  }

  /// How far down a mode's point stands on a track, in per cent, so that equal values stay visible.
  func top(_ index: Int) -> Double {
    100 * (Double(index) + 1) / (Double(names.count) + 1)
  }

  /// The legend with lines.
  var lines: Markup {
    legend { index in
      """
      <path class="curve" d="M0 6H28" stroke-dasharray="\(dash(index))"/>
      """
    }
  }

  /// The legend with the shapes of points.
  var points: Markup {
    legend { index in
      switch index {
      case 1: "<rect class=\"bar\" x=\"16\" y=\"1\" width=\"9\" height=\"9\"/>"
      case 2: "<path class=\"bar\" d=\"M21 -1L27.5 5.5L21 12L14.5 5.5Z\"/>"
      default: "<circle class=\"bar\" cx=\"21\" cy=\"5.5\" r=\"5\"/>"
      }
    }
  }

  private func legend(_ sample: (Int) -> Markup) -> Markup {
    let items = names.enumerated().map { index, name -> Markup in
      """
      <li class="\(style(index))"><svg viewBox="0 0 28 11" aria-hidden="true">\(sample(index))\
      </svg>\(name)</li>

      """
    }
    return "<ul class=\"key\">\n\(items)</ul>\n"
  }
}
