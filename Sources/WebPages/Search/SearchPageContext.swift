/// What `search.mustache` and `results.mustache` read.
struct SearchPageContext: Sendable {
  var page: PageFrameContext
  var facets: FacetsContext?
  var results = ResultsContext()
}
