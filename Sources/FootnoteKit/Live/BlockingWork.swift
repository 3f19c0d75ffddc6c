internal import Dispatch

/// Work that blocks its thread for long: it must not stand on one of the few threads of Swift's tasks.
enum BlockingWork {
  private static let queue = DispatchQueue(label: "footnote.work", attributes: .concurrent)

  /// Runs `body` on a thread of its own.
  ///
  /// - Throws: What `body` throws.
  static func run<Result: Sendable>(
    _ body: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Swift.Result { try body() }) }
    }
  }
}
