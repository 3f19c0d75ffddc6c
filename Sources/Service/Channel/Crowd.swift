internal import Synchronization

/// How many connections there are.
final class Crowd: Sendable {
  private let count = Atomic(0)
  private let limit: Int

  /// - Parameter limit: Number of connections that are taken at most.
  init(limit: Int) {
    self.limit = limit
  }

  /// Whether more than half of the places are taken.
  var isDense: Bool { 2 * count.load(ordering: .relaxed) > limit }

  func enter() { count.add(1, ordering: .relaxed) }

  func leave() { count.subtract(1, ordering: .relaxed) }
}
