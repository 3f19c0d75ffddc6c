/// What `graph.mustache` reads.
struct GraphPageContext: Sendable {
  var page: PageFrameContext
  var graph: GraphContext
}
