/// What `help.mustache` reads.
struct HelpPageContext: Sendable {
  var page: PageFrameContext

  init(_ frame: PageFrameContext) {
    page = frame.titled("Help")
    page.atHelp = true
  }
}
