/// A colour of markers, as CSS writes it, for light and for dark paper. Each has a contrast of 4.5 or more to
/// its paper, so that small marks are seen.
enum MarkerColour: String, Sendable, Hashable, CaseIterable {
  case blue
  case orange
  case teal
  case red
  case violet
  case olive
  case slate

  var light: String {
    switch self {
    case .blue: "#2a62a6"
    case .orange: "#a6500f"
    case .teal: "#1c7560"
    case .red: "#b03a4a"
    case .violet: "#75489c"
    case .olive: "#5d6b12"
    case .slate: "#5a6470"
    }
  }

  var dark: String {
    switch self {
    case .blue: "#82b2ee"
    case .orange: "#eba763"
    case .teal: "#5bc0a3"
    case .red: "#f08c96"
    case .violet: "#c2a3ee"
    case .olive: "#b9c766"
    case .slate: "#a9b4c0"
    }
  }
}
