/// The `k` best of a stream of scored indices, best first; equal scores are ordered by the lower
/// index, so that a result does not depend on the order in which candidates arrive. A score that is
/// not a number is never kept.
///
///     TopK.select(2, from: [0.1, 0.7, 0.3, 0.7]).map(\.index)  // [1, 3]
public struct TopK: Sendable {
  /// One candidate.
  public struct Entry: Sendable, Hashable {
    /// Where the candidate stands in what was searched.
    public let index: Int
    /// Its score: higher is better.
    public let score: Float

    public init(index: Int, score: Float) {
      self.index = index
      self.score = score
    }

    /// Whether this candidate comes before `other` in a ranking.
    @inlinable
    public func precedes(_ other: Entry) -> Bool {
      score != other.score ? score > other.score : index < other.index
    }
  }

  /// How many candidates are kept at most.
  public let limit: Int
  // A binary heap whose root is the worst entry that is kept.
  private var heap: [Entry] = []

  /// Keeps at most `limit` candidates, none where it is 0 or less.
  public init(_ limit: Int) {
    self.limit = max(0, limit)
    heap.reserveCapacity(min(self.limit, 4096))
  }

  /// Considers a candidate. Complexity: O(log `limit`), O(1) for one that is not kept.
  public mutating func offer(_ score: Float, at index: Int) {
    let entry = Entry(index: index, score: score)
    guard !score.isNaN, limit > 0 else { return }
    if heap.count < limit {
      heap.append(entry)
      siftUp(from: heap.count - 1)
    } else if entry.precedes(heap[0]) {
      heap[0] = entry
      siftDown()
    }
  }

  /// A score below this one would not be kept. Complexity: O(1).
  package var threshold: Float {
    guard heap.count == limit else { return -.infinity }
    return heap.first?.score ?? .infinity
  }

  /// Considers what another selection has kept. Complexity: O(other.limit · log limit).
  package mutating func merge(_ other: TopK) {
    for entry in other.heap { offer(entry.score, at: entry.index) }
  }

  /// What was kept, in no particular order.
  package var entries: [Entry] { heap }

  /// What was kept, best first. Complexity: O(k log k).
  public var sorted: [Entry] {
    heap.sorted { $0.precedes($1) }
  }

  /// The `limit` best of `scores` whose index passes `isIncluded`, best first.
  /// Complexity: O(n log k), and close to O(n) for scores in no particular order.
  ///
  /// - Parameter isIncluded: Not asked for indices whose score is too low anyway.
  public static func select(
    _ limit: Int, from scores: borrowing Span<Float>,
    where isIncluded: (Int) -> Bool = { _ in true }
  ) -> [Entry] {
    var best = TopK(limit)
    // The score to beat lies in a register: most candidates cost one comparison.
    var threshold = -Float.infinity
    for index in 0..<scores.count {
      let score = scores[index]
      if score < threshold || score.isNaN { continue }
      guard isIncluded(index) else { continue }
      best.offer(score, at: index)
      if best.heap.count == best.limit, let worst = best.heap.first {
        threshold = worst.score
      }
    }
    return best.sorted
  }

  /// The `limit` best of `scores` whose index passes `isIncluded`, best first.
  public static func select(
    _ limit: Int, from scores: [Float], where isIncluded: (Int) -> Bool = { _ in true }
  ) -> [Entry] {
    select(limit, from: scores.span, where: isIncluded)
  }

  private mutating func siftUp(from start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[parent].precedes(heap[child]) else { return }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var worst = parent
      for child in (2 * parent + 1)...(2 * parent + 2)
      where child < heap.count && heap[worst].precedes(heap[child]) {
        worst = child
      }
      guard worst != parent else { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }
}
