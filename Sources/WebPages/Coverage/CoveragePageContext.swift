/// What `coverage.mustache` reads.
struct CoveragePageContext: Sendable {
  var page: PageFrameContext
  var coverage: CoverageContext
}
