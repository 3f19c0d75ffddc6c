internal import Synchronization

/// The result of work that several tasks wait for: one that is cancelled stops waiting, and the work goes on
/// for the others.
final class SharedResult<Value: Sendable>: Sendable {
  private enum State {
    case pending
    case waiting(CheckedContinuation<Value, any Error>)
    case done(Result<Value, any Error>)
  }

  private let state = Mutex(State.pending)

  private init() {}

  /// The value of `task`.
  ///
  /// - Throws: What the task throws; `CancellationError` as soon as the caller's own task is cancelled.
  static func of(_ task: Task<Value, any Error>) async throws -> Value {
    let shared = SharedResult()
    Task { shared.finish(await task.result) }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { shared.wait($0) }
    } onCancel: {
      shared.finish(.failure(CancellationError()))
    }
  }

  private func wait(_ continuation: CheckedContinuation<Value, any Error>) {
    let result = state.withLock { state -> Result<Value, any Error>? in
      if case .done(let result) = state { return result }
      state = .waiting(continuation)
      return nil
    }
    if let result { continuation.resume(with: result) }
  }

  /// Only the first result counts.
  private func finish(_ result: Result<Value, any Error>) {
    let waiting = state.withLock { state -> CheckedContinuation<Value, any Error>? in
      switch state {
      case .done: return nil
      case .pending:
        state = .done(result)
        return nil
      case .waiting(let continuation):
        state = .done(result)
        return continuation
      }
    }
    waiting?.resume(with: result)
  }
}
