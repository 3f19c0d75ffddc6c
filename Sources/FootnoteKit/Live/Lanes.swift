/// Lets so many through at a time; the others wait in the order in which they came.
actor Lanes {
  private var free: Int
  private var queue: [(number: Int, continuation: CheckedContinuation<Void, any Error>)] = []
  private var lastNumber = 0

  init(count: Int) {
    free = count
  }

  var waiting: Int { queue.count }

  /// Returns when there is a lane; every call that returns is followed by one of `leave`.
  ///
  /// - Throws: `CancellationError` as soon as the caller's task is cancelled.
  func enter() async throws {
    try Task.checkCancellation()
    if free > 0 {
      free -= 1
      return
    }
    lastNumber += 1
    let number = lastNumber
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation {
        (continuation: CheckedContinuation<Void, any Error>) in
        if Task.isCancelled {
          continuation.resume(throwing: CancellationError())
        } else {
          queue.append((number, continuation))
        }
      }
    } onCancel: {
      Task { await giveUp(number) }
    }
  }

  func leave() {
    if queue.isEmpty {
      free += 1
    } else {
      queue.removeFirst().continuation.resume()
    }
  }

  private func giveUp(_ number: Int) {
    guard let place = queue.firstIndex(where: { $0.number == number }) else { return }
    queue.remove(at: place).continuation.resume(throwing: CancellationError())
  }
}
