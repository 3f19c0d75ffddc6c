internal import FootnoteKit

/// What passages are counted and chosen by: a property of their documents.
enum Facet: String, Sendable, Hashable, CaseIterable {
  case layer
  case type
  case year
  case tag

  var label: String {
    switch self {
    case .layer: "Layer"
    case .type: "Type"
    case .year: "Year"
    case .tag: "Tag"
    }
  }

  /// Values that are shown without a click.
  var openValues: Int { self == .tag ? 6 : 8 }

  /// What a document has of it; upper and lower case are folded elsewhere.
  func values(of document: DocumentSummary) -> [String] {
    switch self {
    case .layer: [document.layer]
    case .type: [document.type]
    case .year: document.date.map { ["\($0.year)"] } ?? []
    case .tag: document.tags
    }
  }

  /// Whether a document is let through by a value, as the engine sees it: a tag has those below it.
  func fits(_ value: String, _ document: DocumentSummary) -> Bool {
    let wanted = value.lowercased()
    return values(of: document).contains { own in
      let own = own.lowercased()
      return own == wanted || (self == .tag && own.hasPrefix(wanted + "/"))
    }
  }
}
