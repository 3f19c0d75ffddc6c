internal import CKernels

/// Where a search stands in the postings of one element, and the block that it has unpacked there.
struct TermCursor {
  let list: PostingList
  var formula: postings_formula
  /// What bounds of factors are multiplied by.
  let scale: Float
  /// Upper bound of what the element scores anywhere in the segment.
  let upper: Float
  /// Upper bound of what it scores in the window at hand, and about how many postings it has there.
  var windowBound: Float = 0
  /// The first block that does not end before the window.
  var block = 0

  private var opened = postings_block()
  private var openedBlock = -1
  private var isSound = false
  private var unpackedBlock = -1
  private var scoredBlock = -1
  /// The first posting of the scored block that was not before the last window.
  private var position = 0
  private let ordinals: UnsafeMutablePointer<UInt32>
  private let scores: UnsafeMutablePointer<Float>
  private let level: kernels_level

  /// - Parameters:
  ///   - ordinals: Room for a block, as are the scores.
  ///   - growth: By how much a factor may be above its bound.
  init(
    _ list: PostingList, formula: postings_formula, growth: Float,
    ordinals: UnsafeMutablePointer<UInt32>, scores: UnsafeMutablePointer<Float>,
    level: kernels_level
  ) {
    self.list = list
    self.formula = formula
    // The weight has k1 + 1 in it, as the bounds have.
    scale = growth
    upper = list.bound * scale
    self.ordinals = ordinals
    self.scores = scores
    self.level = level
  }

  /// About how many postings a window has.
  @inline(__always)
  func expected(in size: UInt32) -> Int {
    Int(UInt64(list.count) &* UInt64(size) / UInt64(list.passages))
  }

  /// Moves on to a window, and bounds what it holds.
  @inline(__always)
  mutating func enter(_ start: UInt32, _ end: UInt32) {
    block = list.block(reaching: start, from: block)
    var bound: Float = 0
    var next = block
    while next < list.blocks, list.base(of: next) < end {
      // Many blocks hardly ever have a lower bound than all together.
      if next - block == 8 {
        windowBound = upper
        return
      }
      bound = max(bound, list.bounds[next])
      next += 1
    }
    windowBound = bound * scale
  }

  /// Adds the scores of the window's postings.
  @inline(__always)
  mutating func accumulate(_ start: UInt32, _ size: UInt32, _ sums: UnsafeMutablePointer<Float>) {
    var next = block
    while next < list.blocks, list.base(of: next) < start &+ size {
      if score(next) {
        let count = Int(opened.count)
        position = postings_accumulate(ordinals, scores, position, count, start, size, sums)
        if position < count { return }
      }
      next += 1
    }
  }

  /// Adds the scores of those places that have the term, all but those whose block cannot bring them to
  /// `least`.
  ///
  /// - Parameters:
  ///   - start: The ordinal of place 0.
  ///   - rest: What the elements that come later score at most.
  mutating func add(
    to places: UnsafeMutablePointer<UInt32>, _ count: Int, from start: UInt32,
    _ sums: UnsafeMutablePointer<Float>, rest: Float, least: Float
  ) {
    var from = 0
    var next = block
    while from < count {
      next = list.block(reaching: start &+ places[from], from: next)
      guard next < list.blocks else { return }
      let last = list.lasts[next]
      let bound = list.bounds[next] * scale + rest
      var to = from
      var isWorth = false
      while to < count, start &+ places[to] <= last {
        isWorth = isWorth || sums[Int(places[to])] + bound >= least
        to += 1
      }
      if isWorth, start &+ places[to - 1] >= list.base(of: next), open(next) {
        if unpackedBlock != next, postings_is_bitmap(&opened) == 0 { unpack() }
        postings_add(
          &opened, ordinals, list.lengths, &formula, start, places + from, to - from, sums)
      }
      from = to
    }
  }

  @inline(__always)
  private mutating func open(_ next: Int) -> Bool {
    if openedBlock != next {
      openedBlock = next
      isSound = list.open(next, into: &opened)
    }
    return isSound
  }

  @inline(__always)
  private mutating func unpack() {
    postings_ordinals(level, &opened, ordinals)
    unpackedBlock = openedBlock
  }

  /// Unpacks and scores a block, where that has not been done.
  @inline(__always)
  private mutating func score(_ next: Int) -> Bool {
    if scoredBlock == next, openedBlock == next { return true }
    guard open(next) else { return false }
    if unpackedBlock != next { unpack() }
    postings_scores(level, &opened, ordinals, list.lengths, &formula, scores)
    scoredBlock = next
    position = 0
    return true
  }
}
