internal import FootnoteKit

/// What a tool works with.
struct ToolContext: Sendable {
  let knowledge: Knowledge
  /// Tells the client how far the call is, where it wants to know.
  let progress: ProgressTeller

  /// Runs `body` on the newest state of the indexes, changed files read before.
  ///
  /// - Parameter body: Given the searcher and the number of files that could not be read again.
  /// - Throws: What `body` throws, as `Knowledge.run`.
  func search<Result: Sendable>(
    _ body: @escaping @Sendable (GroupSearcher, Int) throws -> Result
  ) async throws -> Result {
    let stale = try await knowledge.freshen(progress: progress.tell)
    try Task.checkCancellation()
    progress.tell("searching")
    return try await knowledge.run { try body($0, stale) }
  }
}
