extension GroupSearcher {
  /// The link graph of all knowledge bases, one beside the other.
  ///
  /// - Parameter options: What is wanted of each; those without the page of `around` have no part in it.
  /// - Throws: `IndexError`.
  /// - Complexity: O(documents + links × log links).
  public func linkGraph(_ options: GraphOptions = GraphOptions()) throws -> LinkGraph? {
    var result: LinkGraph?
    for (member, searcher) in asked(nil) {
      guard let graph = try searcher.index.linkGraph(options)?.prefixed(with: member.name) else {
        continue
      }
      result = result?.joined(with: graph) ?? graph
    }
    return result
  }
}

extension LinkGraph {
  /// The graph with every path below `name`; what is missing is named as it is.
  fileprivate func prefixed(with name: String?) -> LinkGraph {
    guard let name else { return self }
    var graph = self
    for index in graph.nodes.indices where !graph.nodes[index].isMissing {
      graph.nodes[index].path = "\(name)/\(graph.nodes[index].path)"
    }
    for index in graph.unresolved.indices {
      graph.unresolved[index].path = "\(name)/\(graph.unresolved[index].path)"
      graph.unresolved[index].candidates = graph.unresolved[index].candidates
        .map { "\(name)/\($0)" }
    }
    graph.leftOut = leftOut.map { "\(name)/\($0)" }
    return graph
  }

  /// Both graphs as one, without a link between them.
  fileprivate func joined(with other: LinkGraph) -> LinkGraph {
    var graph = self
    let first = nodes.count
    graph.nodes += other.nodes
    graph.edges += other.edges.map { edge in
      var edge = edge
      edge.from += first
      edge.to += first
      return edge
    }
    graph.unresolved += other.unresolved
    graph.leftOut += other.leftOut
    graph.centre = centre ?? other.centre.map { $0 + first }
    return graph
  }
}
