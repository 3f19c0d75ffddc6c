/// What the folders of a wiki say of their pages.
package enum DocumentFolders {
  private static let types = [
    "sources": "source-summary", "concepts": "concept", "entities": "entity", "methods": "method",
    "comparisons": "comparison", "synthesis": "synthesis", "papers": "paper", "claims": "claim",
    "datasets": "dataset",
  ]

  /// The type that the nearest folder stands for.
  package static func type(of path: String) -> String? {
    for part in FilePath.folder(of: path).split(separator: "/").reversed() {
      if let type = types[part.lowercased()] { return type }
    }
    return nil
  }
}
