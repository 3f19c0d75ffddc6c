/// The passages that may be among the `k` best by scores that are nearly right, and the score that others must
/// reach.
struct CandidateCollector {
  private let k: Int
  /// Share of a score that rounding may have taken or added, on the safe side.
  private let slack: Float
  // A binary heap of the k highest scores; its root is the lowest one.
  private var heap: [Float] = []
  private var ordinals: [UInt32] = []
  private var scores: [Float] = []
  /// What a score must reach for its passage to be worth another look; 0 as long as all are.
  private(set) var least: Float = 0
  private var limit: Int

  init(k: Int, elements: Int) {
    self.k = k
    // A float's rounding is 6e-8; each element takes a handful of operations, and one addition of sums.
    slack = Float(elements + 16) * 5e-7
    limit = 2 * k + 1024
  }

  /// Takes a passage whose score reaches `least`; ordinals ascend.
  @inline(__always)
  mutating func offer(_ score: Float, at ordinal: UInt32) {
    guard score >= least else { return }
    ordinals.append(ordinal)
    scores.append(score)
    if heap.count < k {
      insert(score)
    } else if let lowest = heap.first, score > lowest {
      replaceRoot(by: score)
    } else {
      return
    }
    if heap.count == k { least = heap[0] * (1 - slack) }
    if ordinals.count > limit { dropTheLow() }
  }

  /// The passages whose scores may be among the best, ascending.
  mutating func survivors() -> [UInt32] {
    dropTheLow()
    return ordinals
  }

  private mutating func dropTheLow() {
    var kept = 0
    for index in ordinals.indices where scores[index] >= least {
      ordinals[kept] = ordinals[index]
      scores[kept] = scores[index]
      kept += 1
    }
    ordinals.removeLast(ordinals.count - kept)
    scores.removeLast(scores.count - kept)
    limit = max(limit, 2 * kept)
  }

  private mutating func insert(_ score: Float) {
    heap.append(score)
    heap.withUnsafeMutableBufferPointer { heap in
      var child = heap.count - 1
      while child > 0, heap[(child - 1) / 2] > score {
        heap[child] = heap[(child - 1) / 2]
        child = (child - 1) / 2
      }
      heap[child] = score
    }
  }

  private mutating func replaceRoot(by score: Float) {
    heap.withUnsafeMutableBufferPointer { heap in
      var parent = 0
      while true {
        var child = 2 * parent + 1
        guard child < heap.count else { break }
        if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
        guard heap[child] < score else { break }
        heap[parent] = heap[child]
        parent = child
      }
      heap[parent] = score
    }
  }
}
