package import FootnoteKit

/// Arguments of tools that search.
package enum SearchParameters {
  /// How passages are found, and which documents count.
  static let all =
    [
      Parameter(
        "mode", .choice(SearchMode.allCases.map(\.rawValue)),
        "What finds passages: words and meaning (hybrid, the usual), words alone, or meaning alone."
      ),
      Parameter(
        "per_document", .integer(1...Int.max), "Number of passages of one document at most."),
    ] + filters

  /// Which documents count.
  static let filters = [
    Parameter(
      "layer", .texts, "Only these layers, such as raw (sources) or wiki (compiled pages)."),
    Parameter("type", .texts, "Only documents of these types, such as concept or source-summary."),
    Parameter("tag", .texts, "Only documents with one of these tags."),
    Parameter("path", .texts, "Only paths that begin so or fit a glob, such as raw/2025."),
    Parameter(
      "after", .text, "Only documents of this day or later: 2025, 2025-06, 3w, last month."),
    Parameter("before", .text, "Only documents from before this day."),
  ]

  /// A passage that repeats a better one is folded under it: it would only take room.
  static func options(_ arguments: Arguments, limit: Int) -> SearchOptions {
    SearchOptions(
      limit: limit, mode: arguments.text("mode").flatMap(SearchMode.init(rawValue:)) ?? .hybrid,
      perDocument: arguments.integer("per_document"), folds: true)
  }

  /// What the arguments `layer`, `type`, `tag`, `path`, `after` and `before` say.
  package static func filter(_ arguments: Arguments) -> FilterRequest {
    var request = FilterRequest()
    request.layers = arguments.texts("layer")
    request.types = arguments.texts("type")
    request.tags = arguments.texts("tag")
    request.paths = arguments.texts("path")
    request.after = arguments.text("after")
    request.before = arguments.text("before")
    return request
  }
}
