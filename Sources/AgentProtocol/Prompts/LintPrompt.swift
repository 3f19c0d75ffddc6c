internal import FootnoteKit

/// Looks for what is wrong with the wiki, or with a page.
struct LintPrompt: AgentPrompt {
  let name = "lint"
  let title = "Check the wiki"
  let about =
    "Finds statements without a source, links and sources that lead nowhere, and mends them."
  let arguments = [
    PromptArgument(
      name: "page", about: "Path or name of a page; the whole wiki where it is left out.",
      completion: .documents(layer: nil))
  ]

  func text(_ given: [String: String], in context: ToolContext) async throws -> String {
    let page = given["page"] ?? ""
    let isWhole = page.allSatisfy(\.isWhitespace)
    let findings = isWhole ? try await state(in: context) : try await check(page, in: context)
    return """
      Check \(isWhole ? "the wiki" : "the page \(page.oneLine)") and mend what is wrong. Read CLAUDE.md of the \
      knowledge base first where there is one.

      - A statement without support: look for a source with ask and provenance. Cite it where there is one; \
      where there is none, say so in the page or take the statement out.
      - A source or link that leads nowhere: find what is meant with ask or related, and correct the \
      reference. Never invent a source.
      - Pages that contradict each other or a newer source: keep both statements, with dates.
      - Where you can run footnote lint, mend what it reports as well.
      - Never change anything in raw/. Name each change that you make, and why.

      What was found:

      \(findings)
      """
  }

  private func check(_ page: String, in context: ToolContext) async throws -> String {
    let found = try await context.search { searcher, _ in
      let (session, name) = try searcher.page(page)
      return try searcher.provenance(of: name, in: session, passages: 1)
    }
    guard var result = found else {
      throw ArgumentError("there is no page \(page.oneLine); name a path or a title")
    }
    let count = result.statements.count
    result.statements.removeAll { $0.isSupported && $0.broken.isEmpty }
    return ProvenanceBlock(result: result, count: count).text
  }

  private func state(in context: ToolContext) async throws -> String {
    try await context.search { searcher, _ in
      try searcher.group.sessions.map { session in
        StatusBlock(
          status: try session.index().status(), name: session.knowledgeBase.name
        ).text
      }.joined(separator: "\n\n")
    }
  }
}
