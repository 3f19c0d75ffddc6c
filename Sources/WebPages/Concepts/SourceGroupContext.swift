internal import FootnoteKit
internal import TerminalOutput

/// Sources with the same strongest evidence.
struct SourceGroupContext: Sendable {
  var id: String
  var label: String
  /// What that evidence is.
  var text: String
  var count: String
  var items: [SourceContext]

  /// `nil` where no source has that evidence.
  init?(_ evidence: Evidence, of sources: [ConceptSource]) {
    let own = sources.filter { $0.evidence.first == evidence }
    if own.isEmpty { return nil }
    id = evidence.rawValue
    label = Self.label(of: evidence)
    text = Self.sentence(about: evidence)
    count = NumberText.grouped(own.count)
    items = own.map(SourceContext.init)
  }

  private static func label(of evidence: Evidence) -> String {
    switch evidence {
    case .declared: "Declared"
    case .cited: "Cited"
    case .mentioned: "Mentioned"
    case .related: "Related"
    }
  }

  private static func sentence(about evidence: Evidence) -> String {
    switch evidence {
    case .declared: "Named as a source in the page’s front matter."
    case .cited: "Linked from the page’s text, or from a summary that it links to."
    case .mentioned: "A name of the page stands in the text."
    case .related: "Close to the page in meaning."
    }
  }
}
