import Dispatch
import Synchronization

/// Waits for asynchronous work on the main thread of a command.
enum Waiting {
  /// - Throws: What `body` throws.
  static func run(_ body: @escaping @Sendable () async throws -> Void) throws {
    let outcome = Mutex<Result<Void, any Error>>(.success(()))
    let isDone = DispatchSemaphore(value: 0)
    Task {
      do {
        try await body()
      } catch {
        outcome.withLock { $0 = .failure(error) }
      }
      isDone.signal()
    }
    isDone.wait()
    try outcome.withLock(\.self).get()
  }
}
