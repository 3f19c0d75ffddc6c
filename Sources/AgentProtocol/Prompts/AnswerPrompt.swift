internal import FootnoteKit

/// Answers a question from the passages that are found for it.
struct AnswerPrompt: AgentPrompt {
  /// Tokens of passages that are handed over.
  private static let usualBudget = 4000

  let name = "answer-with-citations"
  let title = "Answer with citations"
  let about = "Answers a question from the notes alone, with a citation for each statement."
  let arguments = [
    PromptArgument(name: "question", about: "What you want to know.", isRequired: true),
    PromptArgument(
      name: "budget", about: "Tokens that the passages may take; \(usualBudget) where left out."),
  ]

  func text(_ given: [String: String], in context: ToolContext) async throws -> String {
    let question = given["question"] ?? ""
    var budget = Self.usualBudget
    if let text = given["budget"], !text.isEmpty {
      guard let number = Int(text), number > 0 else {
        throw ArgumentError("the argument budget is no whole number above 0")
      }
      budget = number
    }
    let tool = AskTool()
    let arguments = try Arguments(
      ["question": .string(question), "budget": .integer(budget)], of: tool.parameters)
    let found = try await tool.call(arguments, in: context)
    return """
      Answer this question from the passages below:

      \(question)

      - Every statement carries the citation of a passage that says it, as [PATH:FIRST-LAST], exactly as it \
      stands in front of the passage.
      - Say nothing that no passage says. Where the passages do not answer, say so, and what is missing; the \
      tool ask finds more, with other words or filters.
      - Where passages disagree, or one is older than another, tell both with their dates.
      - Answer first, in a few sentences; then what else matters.

      \(found.text)
      """
  }
}
