internal import FootnoteKit

/// Runs questions for requests, as many at a time as there are cores.
struct Engine: Sendable {
  let knowledge: Knowledge
  let limits: ServiceLimits
  let crowd: Crowd

  /// After so long a wait a client that has closed its side is taken to be gone.
  private static let shortWait = Duration.seconds(1)

  /// Runs `body` when it is this request's turn.
  ///
  /// - Throws: `ServiceError.opening` while the index is made, `ServiceError.overloaded` where the turn came
  ///   too late, `CancellationError` where nobody seems to wait any more; what `body` throws.
  func run<Result: Sendable>(
    _ context: ServiceContext, _ body: @escaping @Sendable (GroupSearcher) throws -> Result
  ) async throws -> Result {
    guard knowledge.isOpen else { throw ServiceError.opening }
    let (start, connection) = (context.start, context.connection)
    return try await knowledge.run { [limits, crowd] searcher in
      let waited = ContinuousClock.now - start
      guard waited < limits.patience else { throw ServiceError.overloaded }
      if waited > Self.shortWait, crowd.hasTurnedAway(connection) { throw CancellationError() }
      return try body(searcher)
    }
  }
}
