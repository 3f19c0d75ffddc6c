internal import CKernels
internal import LinearAlgebra

/// One search through one segment, with the memory that it works in.
final class SegmentSearch {
  private static let window: UInt32 = 4096
  private static let firstWindow: UInt32 = 512

  private let cursors: UnsafeMutablePointer<TermCursor>
  private var count = 0
  private let blocks: UnsafeMutablePointer<UInt32>
  private let sums: UnsafeMutablePointer<Float>
  private let wanted: UnsafeMutablePointer<UInt32>
  private let found: UnsafeMutablePointer<Float>
  private var order: [Int] = []
  private let passages: UInt32
  private let base: Int
  private let isAllowed: OrdinalSet?
  private let gone: OrdinalSet?
  private let level = KernelLevel.best.postings

  init(cursors: Int, passages: Int, base: Int, isAllowed: OrdinalSet?, gone: OrdinalSet?) {
    self.cursors = .allocate(capacity: max(1, cursors))
    blocks = .allocate(capacity: max(1, cursors) * 2 * PostingList.block)
    sums = .allocate(capacity: Int(Self.window))
    wanted = .allocate(capacity: Int(Self.window) + 8)
    found = .allocate(capacity: Int(Self.window) + 8)
    self.passages = UInt32(passages)
    self.base = base
    self.isAllowed = isAllowed
    self.gone = gone
  }

  deinit {
    cursors.deallocate()
    blocks.deallocate()
    sums.deallocate()
    wanted.deallocate()
    found.deallocate()
  }

  func add(_ list: PostingList, formula: postings_formula, growth: Float) {
    let memory = blocks + count * 2 * PostingList.block
    let scores = UnsafeMutableRawPointer(memory + PostingList.block)
      .bindMemory(to: Float.self, capacity: PostingList.block)
    (cursors + count).initialize(
      to: TermCursor(
        list, formula: formula, growth: growth, ordinals: memory, scores: scores, level: level))
    order.append(count)
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
    order.withUnsafeBufferPointer { order in
      while aside < order.count, asideBound + cursors[order[aside]].windowBound < least {
        asideBound += cursors[order[aside]].windowBound
        aside += 1
      }
    }
    if aside == count { return }
    let size = end - start
    let padded = Int(size + 7) / 8 * 8
    sums.update(repeating: 0, count: padded)
    for place in aside..<count { cursors[order[place]].accumulate(start, size, sums) }
    let threshold = max(least - asideBound, .leastNormalMagnitude)
    var candidates = postings_collect(level, sums, padded, threshold, wanted)
    candidates = prepare(candidates, start)
    for place in (0..<aside).reversed() where candidates > 0 {
      // Summed anew, as differences would round.
      var rest: Float = 0
      for other in 0..<place { rest += cursors[order[other]].windowBound }
      let bound = rest + cursors[order[place]].windowBound
      if cursors[order[place]].windowBound == 0 { continue }
      candidates = postings_keep(wanted, found, candidates, bound, least)
      cursors[order[place]].add(to: wanted, found, candidates, rest: rest, least: least)
    }
    for place in 0..<candidates where found[place] >= collector.least {
      collector.offer(found[place], at: UInt32(base) + wanted[place])
    }
  }

  /// Turns places in the window into ordinals with their sums, without those that may not be found.
  private func prepare(_ candidates: Int, _ start: UInt32) -> Int {
    var kept = 0
    for place in 0..<candidates {
      let ordinal = start + wanted[place]
      let all = base + Int(ordinal)
      if let isAllowed, !isAllowed.contains(all) { continue }
      if let gone, gone.contains(all) { continue }
      found[kept] = sums[Int(wanted[place])]
      wanted[kept] = ordinal
      kept += 1
    }
    return kept
  }

  /// Insertion: the order of the last window is nearly right.
  private func sortByBound() {
    order.withUnsafeMutableBufferPointer { order in
      for place in 1..<max(1, order.count) {
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
}
