internal import FootnoteKit
internal import Synchronization

/// The link graph of all documents, read anew after a change of any.
final class GraphCache: Sendable {
  private let latest = Mutex<(state: [Int64], graph: SiteGraph)?>(nil)

  /// - Throws: `IndexError`.
  func graph(of searcher: GroupSearcher) throws -> SiteGraph {
    let state = try searcher.documentState()
    if let known = latest.withLock(\.self), known.state == state { return known.graph }
    let graph = SiteGraph(try searcher.linkGraph(GraphOptions(includesLists: true)))
    latest.withLock { $0 = (state, graph) }
    return graph
  }
}
