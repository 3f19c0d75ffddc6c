/// What `quality.mustache` reads.
struct QualityPageContext: Sendable {
  var page: PageFrameContext
  var quality: QualityContext
}
