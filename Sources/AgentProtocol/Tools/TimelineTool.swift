internal import FootnoteKit

/// `timeline`: what happened when.
struct TimelineTool: AgentTool {
  private static let usualLimit = 40

  let name = "timeline"
  let title = "Timeline"
  let about = """
    Shows what the knowledge base knows of a question in the order of time: passages of sources at the date \
    of their document, dated statements of wiki pages at the time that they speak of. Without a question all \
    documents, the latest where there are too many. Use it to see how something developed.
    """
  let output = AnswerSchemas.timeline
  let parameters =
    [
      Parameter("question", .text, "The question; all documents where it is left out."),
      Parameter(
        "limit", .integer(1...1000),
        "Number of entries at most, the most relevant; \(usualLimit) where left out."),
    ] + SearchParameters.filters

  func call(_ arguments: Arguments, in context: ToolContext) async throws -> ToolAnswer {
    let request = TimelineRequest(
      question: arguments.text("question"), filter: SearchParameters.filter(arguments),
      limit: arguments.integer("limit") ?? Self.usualLimit)
    let timeline = try await context.search { searcher, _ in try searcher.timeline(request) }
    return ToolAnswer(
      structured: TimelineJSON(timeline), text: TimelineBlock(timeline: timeline).text,
      warnings: timeline.warnings)
  }
}
