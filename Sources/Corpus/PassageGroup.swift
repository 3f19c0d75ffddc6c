/// Joins consecutive parts of a section to passages.
struct PassageGroup {
  private struct Part {
    var bytes: Range<Int>
    var cost: PassageCost
  }

  private let source: SourceText
  private let limits: PassageSplitter.Limits
  private var current: Part?
  /// The passage before the current one. It waits in case that too little is left for the last one.
  private var waiting: Part?

  init(_ source: SourceText, limits: PassageSplitter.Limits) {
    self.source = source
    self.limits = limits
  }

  /// Adds a part that follows all others; returns a passage that is complete.
  mutating func add(_ bytes: Range<Int>, _ cost: PassageCost) -> Range<Int>? {
    let part = Part(bytes: bytes, cost: cost)
    guard let last = current else {
      current = part
      return nil
    }
    let joined = join(last, part)
    if joins(last, part, joined) {
      current = joined
      return nil
    }
    let ended = waiting?.bytes
    waiting = last
    current = part
    return ended
  }

  private func join(_ left: Part, _ right: Part) -> Part {
    // What lies between shows nothing, but it is cited too.
    let gap = left.bytes.upperBound..<right.bytes.lowerBound
    // A word that is put together again may have a piece more than its parts.
    let between = PassageCost(pieces: gap.isEmpty ? 1 : 0, words: source.wordCount(gap))
    return Part(
      bytes: left.bytes.lowerBound..<right.bytes.upperBound,
      cost: left.cost + between + right.cost)
  }

  private func joins(_ left: Part, _ right: Part, _ both: Part) -> Bool {
    guard both.cost.fits(limits, bytes: both.bytes) else { return false }
    if both.cost.pieces <= limits.targetPieces || right.cost.pieces == 0 { return true }
    // A line that introduces what follows stays with it.
    return left.cost.pieces < limits.minimumPieces || source.bytes[left.bytes].last == 0x3A
  }

  /// Ends the group; returns its last passages.
  mutating func finish() -> [Range<Int>] {
    defer {
      current = nil
      waiting = nil
    }
    guard let last = current else { return [] }
    guard let before = waiting else { return [last.bytes] }
    let joined = join(before, last)
    if last.cost.pieces < limits.minimumPieces, joined.cost.fits(limits, bytes: joined.bytes) {
      return [joined.bytes]
    }
    return [before.bytes, last.bytes]
  }
}
