internal import Dispatch
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Work spread over the processor's cores.
package enum Parallel {
  /// Number of cores that are online, at least 1.
  package static let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Runs `body` once for each of the numbers `0 ..< count`, on as many cores as there are, and
  /// returns when all have ended.
  package static func run(_ count: Int, _ body: @Sendable (Int) -> Void) {
    if count == 1 {
      body(0)
    } else if count > 1 {
      DispatchQueue.concurrentPerform(iterations: count, execute: body)
    }
  }

  /// Cuts `0 ..< count` into one range a core, each but the last a multiple of `step` long, runs
  /// `body` for all of them at once and returns when all have ended.
  package static func inParts(
    of count: Int, multipleOf step: Int, parts: Int = cores, _ body: @Sendable (Range<Int>) -> Void
  ) {
    guard count > 0 else { return }
    let share = (count + parts - 1) / max(1, parts)
    let length = (share + step - 1) / step * step
    run((count + length - 1) / length) { part in
      body((part * length)..<min(count, (part + 1) * length))
    }
  }

  /// Hands the numbers `0 ..< count` in their order to the cores, each the next one as soon as it is
  /// free, and returns when all have been dealt with.
  ///
  /// - Parameter start: Makes what one core gathers its results in.
  /// - Returns: What the cores have gathered, in no particular order.
  package static func sharing<State: Sendable>(
    _ count: Int, cores: Int = cores, start: @Sendable () -> State,
    _ body: @Sendable (inout State, Int) -> Void
  ) -> [State] {
    guard count > 0 else { return [] }
    guard count > 1, cores > 1 else {
      var state = start()
      for index in 0..<count { body(&state, index) }
      return [state]
    }
    let next = Atomic<Int>(0)
    let states = Mutex<[State]>([])
    run(min(cores, count)) { _ in
      var state = start()
      var index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      while index < count {
        body(&state, index)
        index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      }
      states.withLock { $0.append(state) }
    }
    return states.withLock { $0 }
  }
}
