/// The passages that may be among the `k` best by scores that are nearly right, and the score that others must
/// reach.
///
/// Scores are counted by their size in steps of a thousandth, which takes no comparing; the `k` best are at
/// least as high as the lowest step that so many have reached. What lies in that step is kept, too.
struct CandidateCollector: ~Copyable {
  /// A step is what the bits of a float above these are the same for: 1024 steps each time a score doubles.
  private static let shift: UInt32 = 13
  private static let steps = 1 << 13

  private let k: Int
  /// What a threshold is multiplied by, so that rounding cannot have taken anything below it.
  private let caution: Float
  /// The number of the lowest step that counts of its own, among all floats.
  private let first: UInt32
  private let counts: UnsafeMutablePointer<UInt32>
  /// The step of the threshold, and how many scores lie above it.
  private var step = 0
  private var above = 0
  private var ordinals = Buffer<UInt32>(capacity: 4096)
  private var scores = Buffer<Float>(capacity: 4096)
  private var limit: Int
  /// What a score must reach for its passage to be worth another look; 0 as long as all are.
  private(set) var least: Float = 0

  /// - Parameters:
  ///   - elements: So many scores are added up.
  ///   - highest: No score is above it.
  init(k: Int, elements: Int, highest: Float) {
    self.k = k
    // A float's rounding is 6e-8; each element takes a handful of operations, and one addition of sums.
    caution = 1 - Float(elements + 16) * 5e-7
    limit = 2 * k + 1024
    let last = highest.bitPattern >> Self.shift + 1
    first = last > Self.steps ? last - UInt32(Self.steps - 1) : 1
    counts = .allocate(capacity: Self.steps)
    counts.initialize(repeating: 0, count: Self.steps)
  }

  deinit { counts.deallocate() }

  /// Takes a passage whose score is positive and reaches `least`; ordinals ascend.
  @inline(__always)
  mutating func offer(_ score: Float, at ordinal: UInt32) {
    ordinals.append(ordinal)
    scores.append(score)
    let own = score.bitPattern &>> Self.shift
    let reached = own > first ? min(Int(own &- first), Self.steps - 1) : 0
    counts[reached] &+= 1
    if reached > step {
      above &+= 1
      if above >= k { rise() }
    }
  }

  /// Lifts the threshold as far as `k` scores lie at it or above.
  @inline(never)
  private mutating func rise() {
    while above >= k {
      step += 1
      above -= Int(counts[step])
    }
    least = Float(bitPattern: (UInt32(step) + first) << Self.shift) * caution
    if ordinals.count > limit { dropTheLow() }
  }

  /// The passages whose scores may be among the best, ascending.
  mutating func survivors() -> [UInt32] {
    dropTheLow()
    return (0..<ordinals.count).map { ordinals[$0] }
  }

  private mutating func dropTheLow() {
    var kept = 0
    for index in 0..<ordinals.count where scores[index] >= least {
      ordinals[kept] = ordinals[index]
      scores[kept] = scores[index]
      kept += 1
    }
    ordinals.shorten(to: kept)
    scores.shorten(to: kept)
    limit = max(limit, 2 * kept)
  }
}
