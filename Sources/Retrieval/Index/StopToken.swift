internal import Synchronization

/// Asks long work to stop at its next safe point. May be set from any thread or signal handler's queue.
public final class StopToken: Sendable {
  private let flag = Atomic<Bool>(false)

  public init() {}

  public func stop() {
    flag.store(true, ordering: .relaxed)
  }

  public var isStopped: Bool {
    flag.load(ordering: .relaxed)
  }
}
