extension Bench {
  /// Measures one input, away from the caller's thread; cancelling the task ends it.
  ///
  /// - Parameters:
  ///   - input: What is measured.
  ///   - unanswerable: Questions that the knowledge base has no answer to, beside those of the input.
  ///   - progress: Called now and then, from a thread of its own.
  /// - Throws: As `run(_:unanswerable:stop:progress:)`; `CancellationError`.
  public func measure(
    _ input: BenchInput, unanswerable: [BenchQuestion] = [],
    progress: @escaping @Sendable (BenchProgress) -> Void = { _ in }
  ) async throws -> BenchOutcome {
    let stop = StopToken()
    return try await withTaskCancellationHandler {
      do {
        return try await BlockingWork.run {
          try run(input, unanswerable: unanswerable, stop: stop, progress: progress)
        }
      } catch BenchError.stopped where Task.isCancelled {
        throw CancellationError()
      }
    } onCancel: {
      stop.stop()
    }
  }
}
