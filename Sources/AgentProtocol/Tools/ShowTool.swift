internal import FootnoteKit

/// `show`: the text of a citation.
struct ShowTool: AgentTool {
  /// Bytes that one call hands over.
  private static let longest = 400_000

  let name = "show"
  let title = "Show a citation"
  let about = """
    Shows the text of a citation (PATH:FIRST-LAST, PATH:LINE, also with #BYTES and @HASH) or of a whole \
    document (PATH), as it is in the file now. With a hash it says whether the text is still there, has moved \
    or is gone.
    """
  let output = AnswerSchemas.show
  let parameters = [
    Parameter("citation", .text, "A citation, or the path of a document.", isRequired: true),
    Parameter("context", .integer(0...1000), "Lines to show before and after; 0 where left out."),
  ]

  func call(_ arguments: Arguments, in context: ToolContext) async throws -> ToolAnswer {
    let citation = arguments.required("citation")
    let lines = arguments.integer("context") ?? 0
    let cited = try await context.search { searcher, _ in
      try searcher.show(citation, context: lines)
    }
    let length = (cited.before + [cited.text] + cited.after).reduce(0) { $0 + $1.utf8.count }
    guard length <= Self.longest else {
      throw ErrorMessage(
        "the text has \(length) bytes, more than \(Self.longest)", at: citation.oneLine,
        remedy: "cite fewer lines, as PATH:1-200")
    }
    return ToolAnswer(structured: CitedTextJSON(cited), text: CitedTextBlock(cited: cited).text)
  }
}
