internal import Synchronization

/// A task that is named after somebody may already have cancelled it.
final class RunningTask: Sendable {
  private struct State {
    var task: Task<OutgoingMessage?, Never>?
    var isCancelled = false
  }

  private let state = Mutex(State())

  func set(_ task: Task<OutgoingMessage?, Never>) {
    let isCancelled = state.withLock { state in
      state.task = task
      return state.isCancelled
    }
    if isCancelled { task.cancel() }
  }

  func cancel() {
    let task = state.withLock { state in
      state.isCancelled = true
      return state.task
    }
    task?.cancel()
  }
}
