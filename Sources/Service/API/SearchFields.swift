internal import AgentProtocol

/// Parameters of endpoints that search, with the names of the command line's options.
enum SearchFields {
  static func filters(layers: [String]) -> [Parameter] {
    [
      Parameter("layer", .texts, "Only these layers: \(layers.joined(separator: ", "))."),
      Parameter("type", .texts, "Only documents of these types, such as concept."),
      Parameter("tag", .texts, "Only documents with one of these tags."),
      Parameter("path", .texts, "Only paths that begin so or fit a glob, such as raw/2025."),
      Parameter(
        "after", .text, "Only documents of this day or later: 2025, 2025-06, 2025-06-30, 3w."),
      Parameter("before", .text, "Only documents from before this day."),
    ]
  }
}
