/// A kind of page that has a folder, a type and a section of the catalogue of its own.
public struct PageKind: Sendable, Hashable {
  /// The heading of its section.
  public let section: String
  /// The folder below the wiki's.
  public let folder: String
  /// `type:` of its pages.
  public let type: String

  /// In the order of the catalogue.
  public static let all = [
    PageKind(section: "Concepts", folder: "concepts", type: "concept"),
    PageKind(section: "Entities", folder: "entities", type: "entity"),
    PageKind(section: "Methods", folder: "methods", type: "method"),
    PageKind(section: "Comparisons", folder: "comparisons", type: "comparison"),
    PageKind(section: "Synthesis", folder: "synthesis", type: "synthesis"),
    PageKind(section: "Papers", folder: "papers", type: "paper"),
    PageKind(section: "Claims", folder: "claims", type: "claim"),
    PageKind(section: "Datasets", folder: "datasets", type: "dataset"),
    PageKind(section: "Sources", folder: "sources", type: "source-summary"),
  ]

  /// The kind of a type; `nil` where it has none.
  static func of(type: String) -> PageKind? { all.first { $0.type == type } }
}
