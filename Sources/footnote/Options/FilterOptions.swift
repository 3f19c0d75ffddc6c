import ArgumentParser
import FootnoteKit

/// Which documents count.
struct FilterOptions: ParsableArguments {
  @Option(help: "Only this layer: raw, wiki or notes (repeatable).")
  var layer: [String] = []

  @Option(help: "Only documents of this type, such as concept or post (repeatable).")
  var type: [String] = []

  @Option(help: "Only documents with this tag (repeatable).")
  var tag: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only paths that fit, as raw/2025 or 'wiki/**/*code*' (repeatable).", valueName: "glob"))
  var path: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only documents of this day or later: 2025, 2025-06, 3w, 'last month'.", valueName: "date"))
  var after: String?

  @Option(help: ArgumentHelp("Only documents from before this day.", valueName: "date"))
  var before: String?

  var request: FilterRequest {
    var request = FilterRequest()
    request.layers = layer
    request.types = type
    request.tags = tag
    request.paths = path
    request.after = after
    request.before = before
    return request
  }
}
