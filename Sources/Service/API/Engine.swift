internal import FootnoteKit

/// Runs questions for requests, as many at a time as there are cores.
struct Engine: Sendable {
  let knowledge: Knowledge
  let limits: ServiceLimits

  /// Runs `body` when it is this request's turn.
  ///
  /// - Throws: `ServiceError.opening` while the index is made, `ServiceError.overloaded` where the turn came
  ///   too late; what `body` throws.
  func run<Result: Sendable>(
    since start: ContinuousClock.Instant,
    _ body: @escaping @Sendable (GroupSearcher) throws -> Result
  ) async throws -> Result {
    guard knowledge.isOpen else { throw ServiceError.opening }
    let patience = limits.patience
    return try await knowledge.run { searcher in
      guard ContinuousClock.now - start < patience else { throw ServiceError.overloaded }
      return try body(searcher)
    }
  }
}
