internal import CKernels
internal import LinearAlgebra

/// One search through one segment, with the memory that it works in.
final class SegmentSearch {
  private static let window: UInt32 = 8192
  private static let firstWindow: UInt32 = 512
  /// Looking up one passage takes as long as adding so many postings.
  private static let lookupCost = 6

  private let cursors: UnsafeMutablePointer<TermCursor>
  private var count = 0
  private let blocks: UnsafeMutablePointer<UInt32>
  private let sums: UnsafeMutablePointer<Float>
  private let places: UnsafeMutablePointer<UInt32>
  /// Numbers of cursors, by what they score at most in the window.
  private let order: UnsafeMutablePointer<Int>
  private let passages: UInt32
  private let base: Int
  private let isAllowed: OrdinalSet?
  private let gone: OrdinalSet?
  private let level = KernelLevel.best.postings

  init(cursors: Int, passages: Int, base: Int, isAllowed: OrdinalSet?, gone: OrdinalSet?) {
    self.cursors = .allocate(capacity: max(1, cursors))
    order = .allocate(capacity: max(1, cursors))
    blocks = .allocate(capacity: max(1, cursors) * 2 * PostingList.block)
    sums = .allocate(capacity: Int(Self.window))
    places = .allocate(capacity: Int(Self.window) + 8)
    self.passages = UInt32(passages)
    self.base = base
    self.isAllowed = isAllowed
    self.gone = gone
  }

  deinit {
    cursors.deallocate()
    order.deallocate()
    blocks.deallocate()
    sums.deallocate()
    places.deallocate()
  }

  /// No passage scores more.
  var highest: Float { (0..<count).reduce(0) { $0 + cursors[$1].upper } }

  func add(_ list: PostingList, formula: postings_formula, growth: Float) {
    let memory = blocks + count * 2 * PostingList.block
    let scores = UnsafeMutableRawPointer(memory + PostingList.block)
      .bindMemory(to: Float.self, capacity: PostingList.block)
    (cursors + count).initialize(
      to: TermCursor(
        list, formula: formula, growth: growth, ordinals: memory, scores: scores, level: level))
    order[count] = count
    count += 1
  }

  func run(_ collector: inout CandidateCollector) {
    if count == 0 { return }
    var start: UInt32 = 0
    var size = Self.firstWindow
    while start < passages {
      let end = passages - start > size ? start + size : passages
      search(start, end, &collector)
      start = end
      size = min(size * 2, Self.window)
    }
  }

  private func search(_ start: UInt32, _ end: UInt32, _ collector: inout CandidateCollector) {
    for number in 0..<count { cursors[number].enter(start, end) }
    sortByBound()
    let least = collector.least
    // The first ones, that together cannot reach it, are only looked up.
    var aside = 0
    var asideBound: Float = 0
    while aside < count, asideBound + cursors[order[aside]].windowBound < least {
      asideBound += cursors[order[aside]].windowBound
      aside += 1
    }
    if aside == count { return }
    let size = end - start
    clear(start, size)
    for place in aside..<count { cursors[order[place]].accumulate(start, size, sums) }
    let found = complete(aside, asideBound, start, size, least)
    for place in 0..<found where sums[Int(places[place])] >= collector.least {
      collector.offer(sums[Int(places[place])], at: UInt32(base) + start + places[place])
    }
  }

  /// Adds what was set aside to those sums that may still reach `least`, and returns how many do.
  private func complete(
    _ aside: Int, _ asideBound: Float, _ start: UInt32, _ size: UInt32, _ least: Float
  ) -> Int {
    var found = collect(least - asideBound, size)
    for place in (0..<aside).reversed() where found > 0 {
      let cursor = cursors + order[place]
      // Summed anew, as differences would round.
      var rest: Float = 0
      for other in 0..<place { rest += cursors[order[other]].windowBound }
      if cursor.pointee.windowBound == 0 { continue }
      if found * Self.lookupCost > cursor.pointee.expected(in: size) {
        cursor.pointee.accumulate(start, size, sums)
        found = collect(least - rest, size)
      } else {
        cursor.pointee.add(to: places, found, from: start, sums, rest: rest, least: least)
        found = postings_keep(places, found, sums, rest, least)
      }
    }
    return found
  }

  @inline(__always)
  private func collect(_ threshold: Float, _ size: UInt32) -> Int {
    postings_collect(
      level, sums, Self.padded(size), max(threshold, .leastNormalMagnitude), places)
  }

  private static func padded(_ size: UInt32) -> Int { Int(size + 7) / 8 * 8 }

  /// Sets all sums to 0; those of passages that may not be found to what no score can lift.
  private func clear(_ start: UInt32, _ size: UInt32) {
    sums.update(repeating: 0, count: Self.padded(size))
    let first = base + Int(start)
    let range = first..<(first + Int(size))
    gone?.visit(range, members: true) { sums[$0 &- first] = -.infinity }
    isAllowed?.visit(range, members: false) { sums[$0 &- first] = -.infinity }
  }

  /// Insertion: the order of the last window is nearly right.
  private func sortByBound() {
    for place in 1..<max(1, count) {
      let moved = order[place]
      let bound = cursors[moved].windowBound
      var at = place
      while at > 0, cursors[order[at - 1]].windowBound > bound {
        order[at] = order[at - 1]
        at -= 1
      }
      order[at] = moved
    }
  }
}
