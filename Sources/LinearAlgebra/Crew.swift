internal import CKernels
internal import Synchronization

/// Threads that share many short pieces of work, such as the products of one short question: some microseconds
/// each, where to wake a thread takes longer than the work. They watch for the next piece instead of sleeping,
/// for as long as `together` runs.
///
/// No piece waits for a thread that has not come: the one that has the work does what the others leave.
package final class Crew: @unchecked Sendable {
  // Unchecked: `body` is written only while no part is left to be taken, and read only by who has taken one.

  /// A crew of the calling thread alone.
  package static let alone = Crew(threads: 1)

  private let threads: Int
  /// The number of the piece of work in the high half, how many of its parts are left in the low one.
  private let parts = Atomic<UInt64>(0)
  private let done = Atomic<Int>(0)
  private let isOver = Atomic<Bool>(false)
  private var body: (Int) -> Void = { _ in }

  private init(threads: Int) {
    self.threads = threads
  }

  /// Gives `body` a crew of this thread and of others, up to `threads`, and returns when it has ended.
  package static func together<Result: Sendable>(
    _ threads: Int, _ body: (Crew) -> Result
  ) -> Result? {
    guard threads > 1 else { return body(.alone) }
    let crew = Crew(threads: threads)
    nonisolated(unsafe) let body = body
    let result = Mutex<Result?>(nil)
    let first = Atomic<Bool>(true)
    Parallel.run(threads) { _ in
      // Whoever comes first leads, so that nobody waits for a thread that is not free.
      guard first.exchange(false, ordering: .relaxed) else { return crew.help() }
      let found = body(crew)
      crew.isOver.store(true, ordering: .releasing)
      result.withLock { $0 = found }
    }
    return result.withLock { $0 }
  }

  /// Cuts `0 ..< count` into a range for each thread, all but the last a multiple of `step` long, and returns
  /// when `body` has been run for all of them.
  package func share(_ count: Int, multipleOf step: Int, _ body: (Range<Int>) -> Void) {
    guard threads > 1, count > step else { return body(0..<count) }
    let share = (count + threads - 1) / threads
    let length = (share + step - 1) / step * step
    run((count + length - 1) / length) { part in
      body((part * length)..<min(count, (part + 1) * length))
    }
  }

  private func run(_ count: Int, _ body: (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      self.body = body
      done.store(0, ordering: .relaxed)
      let piece = (parts.load(ordering: .relaxed) >> 32 &+ 1) << 32
      parts.store(piece | UInt64(count), ordering: .releasing)
      while takePart() {}
      while done.load(ordering: .acquiring) < count { kernels_pause() }
      self.body = { _ in }
    }
  }

  private func help() {
    while !isOver.load(ordering: .acquiring) {
      if !takePart() { kernels_pause() }
    }
  }

  /// Does one part of the piece of work at hand; false where none is left.
  private func takePart() -> Bool {
    let now = parts.load(ordering: .acquiring)
    guard now & 0xffff_ffff > 0 else { return false }
    let taken = parts.compareExchange(
      expected: now, desired: now - 1, ordering: .acquiringAndReleasing)
    guard taken.exchanged else { return true }
    body(Int(now & 0xffff_ffff) - 1)
    done.add(1, ordering: .releasing)
    return true
  }
}
