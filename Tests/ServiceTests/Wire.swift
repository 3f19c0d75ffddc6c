import Foundation

/// Runs what blocks away from the threads on which the server under test answers.
enum Wire {
  static func run<Result: Sendable>(
    _ body: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      // A queue would lend its few threads to those who block, and the server would wait for one.
      Thread.detachNewThread { continuation.resume(with: Swift.Result { try body() }) }
    }
  }
}
