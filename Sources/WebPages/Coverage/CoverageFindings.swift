internal import FootnoteKit
internal import TerminalOutput

/// What in the knowledge bases leads nowhere, is not indexed, or cannot be taken as written.
struct CoverageFindings {
  /// A knowledge base as its index describes it.
  struct Base {
    /// What its paths begin with, without the slash; `nil` where there is only one.
    var name: String?
    var status: IndexStatus
  }

  private let bases: [Base]
  private let graph: SiteGraph

  /// Entries of a list that are shown; the rest is counted.
  private static let longest = 60

  init(_ bases: [Base], graph: SiteGraph) {
    self.bases = bases
    self.graph = graph
  }

  var all: [CoverageContext.Finding] {
    [
      finding(
        "missing", "Sources that lead nowhere", graph.unresolved.filter { $0.line == nil }, item),
      finding("broken", "Broken links", graph.unresolved.filter { $0.line != nil }, item),
      finding("skipped", "Files that are not indexed", skipped) { path, reason in
        CoverageContext.Item(plain: path.plainLine, remark: reason.plainLine)
      },
      finding("issues", "What could not be taken as written", issues) {
        CoverageContext.Item(plain: $0.plainLine)
      },
    ].compactMap(\.self)
  }

  private var skipped: [(String, String)] {
    bases.flatMap { base in
      base.status.skipped.map { (Self.path($0.path, in: base), $0.reason) }
    }
  }

  private var issues: [String] {
    bases.flatMap { base in base.status.issues.map { Self.path($0, in: base) } }
  }

  private static func path(_ path: String, in base: Base) -> String {
    base.name.map { "\($0)/\(path)" } ?? path
  }

  private func item(_ target: UnresolvedTarget) -> CoverageContext.Item {
    let title = graph.node(at: target.path)?.title.plainLine ?? ""
    let fits = target.candidates.map(\.plainLine).joined(separator: ", ")
    return CoverageContext.Item(
      href: PageAddress.document(target.path, lines: target.line.map { $0...$0 }),
      text: title.isEmpty ? target.path.plainLine : title,
      remark: target.target.plainLine + (fits.isEmpty ? "" : " fits \(fits)"))
  }

  private func finding<Entry>(
    _ id: String, _ label: String, _ entries: [Entry], _ item: (Entry) -> CoverageContext.Item
  ) -> CoverageContext.Finding? {
    if entries.isEmpty { return nil }
    let more = entries.count - Self.longest
    return CoverageContext.Finding(
      id: id, label: label, count: NumberText.grouped(entries.count),
      items: entries.prefix(Self.longest).map(item),
      further: more > 0 ? NumberText.grouped(more) : nil)
  }
}
