/// The outline of a marker, told apart from the others in any colour and at a few pixels.
enum MarkerShape: String, Sendable, Hashable, CaseIterable {
  case circle
  case ring
  case square
  case diamond
  case triangle
  case hexagon
  case star
  case bar
  case plus
  case page
  case cup
  case cross

  /// An SVG path within -1 ... 1 in both directions, to be filled by the even-odd rule; all cover a similar
  /// area.
  var path: String {
    switch self {
    case .circle: "M-.9 0a.9 .9 0 1 0 1.8 0a.9 .9 0 1 0 -1.8 0z"
    case .ring:
      "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0 -2 0zM-.45 0a.45 .45 0 1 0 .9 0a.45 .45 0 1 0 -.9 0z"
    case .square: "M-.8 -.8h1.6v1.6h-1.6z"
    case .diamond: "M0 -1.1L1.1 0L0 1.1L-1.1 0z"
    case .triangle: "M0 -1.05L1.1 .85H-1.1z"
    case .hexagon: "M-.5 -.87H.5L1 0L.5 .87H-.5L-1 0z"
    case .star: "M0 -1.2L.3 -.35H1.15L.48 .17L.72 1.05L0 .52L-.72 1.05L-.48 .17L-1.15 -.35H-.3z"
    case .bar: "M-1.1 -.8H1.1V-.2H-1.1zM-1.1 .2H1.1V.8H-1.1z"
    case .plus: "M-.38 -1H.38V-.38H1V.38H.38V1H-.38V.38H-1V-.38H-.38z"
    case .page: "M-.75 -1H.3L.8 -.5V1H-.75zM-.4 -.2H.45V0H-.4zM-.4 .35H.45V.55H-.4z"
    case .cup: "M-1 -.85H1L.55 .95H-.55z"
    case .cross: "M-.7 -1L0 -.3L.7 -1L1 -.7L.3 0L1 .7L.7 1L0 .3L-.7 1L-1 .7L-.3 0L-1 -.7z"
    }
  }

  /// The shape of Graphviz that is nearest, each a different one.
  var graphviz: String {
    switch self {
    case .circle: "ellipse"
    case .ring: "doublecircle"
    case .square: "box"
    case .diamond: "diamond"
    case .triangle: "triangle"
    case .hexagon: "hexagon"
    case .star: "star"
    case .bar: "parallelogram"
    case .plus: "octagon"
    case .page: "note"
    case .cup: "invtrapezium"
    case .cross: "plain"
    }
  }
}
