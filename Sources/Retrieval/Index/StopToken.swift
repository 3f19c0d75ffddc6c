internal import Synchronization

/// Asks long work to stop at its next safe point. May be set from any thread or signal handler's queue.
public final class StopToken: Sendable {
  private let flag = Atomic<Bool>(false)

  /// A token that lets work go on.
  public init() {}

  /// Asks the work to stop; there is no way back.
  public func stop() {
    flag.store(true, ordering: .relaxed)
  }

  /// Whether somebody has asked.
  public var isStopped: Bool {
    flag.load(ordering: .relaxed)
  }
}
