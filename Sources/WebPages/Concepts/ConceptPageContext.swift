/// What `sources.mustache` reads.
struct ConceptPageContext: Sendable {
  var page: PageFrameContext
  var concept: ConceptContext
}
