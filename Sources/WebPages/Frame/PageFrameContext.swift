/// What every page reads around its content, as `page`.
struct PageFrameContext: Sendable {
  /// Of the window.
  var title = "Footnote"
  /// In the field on top; empty where there is none.
  var query = ""
  /// A further script.
  var script: String?
  var atSources = false
  var atGraph = false
  var atCoverage = false
  var atQuality = false
  var atHelp = false
  var colophon: ColophonContext

  init(_ colophon: ColophonContext) {
    self.colophon = colophon
  }

  /// The frame of a page with a title of its own.
  func titled(_ title: String) -> PageFrameContext {
    var frame = self
    frame.title = "\(title) · Footnote"
    return frame
  }
}
