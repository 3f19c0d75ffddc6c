internal import Synchronization

/// What is known of how many passages have a term: where passages are gone, finding out takes time.
final class FrequencyCache: Sendable {
  private static let limit = 1 << 14
  private let known = Mutex<[TermElement: Int]>([:])

  /// The number that is known for an element, or what `count` finds.
  func frequency(of element: TermElement, count: () -> Int) -> Int {
    var key = element
    key.count = 1
    if let found = known.withLock({ $0[key] }) { return found }
    let found = count()
    known.withLock { known in
      if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
      known[key] = found
    }
    return found
  }
}
