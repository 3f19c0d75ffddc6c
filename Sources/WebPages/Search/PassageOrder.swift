/// The order in which the passages that were found are shown.
enum PassageOrder: String, Sendable, Hashable, CaseIterable {
  case best
  case newest
  case oldest

  var text: String { "\(rawValue) first" }
}
