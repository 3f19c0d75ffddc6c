internal import Corpus

/// Tells passages that only lead elsewhere: the catalogue, the log, and the lists of neighbours at the
/// ends of pages. They name every subject and say nothing of it.
enum NavigationalText {
  private static let types: Set<String> = ["index", "log", "catalog", "catalogue"]
  private static let files: Set<String> = ["wiki/index", "wiki/log"]
  private static let headings: Set<String> = [
    "related", "related pages", "see also", "links", "backlinks",
  ]

  static func isNavigational(_ document: Document, headings: [String]) -> Bool {
    isCatalogue(type: document.type, path: document.path) || isList(headings)
  }

  /// Whether a document is the catalogue or the log.
  static func isCatalogue(type: String, path: String) -> Bool {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    return types.contains(type.lowercased())
      || files.contains(folder + "/" + Document.fileName(of: path))
  }

  /// Whether any of the headings announces a list of neighbours.
  static func isList(_ headings: [String]) -> Bool {
    headings.contains { Self.headings.contains(AliasOrigin.fold($0)) }
  }
}
