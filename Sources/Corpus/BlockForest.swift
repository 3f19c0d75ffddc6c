/// The blocks of a document, containers before what they hold, with exact lines: every line that shows
/// anything belongs to exactly one leaf.
struct BlockForest {
  struct Entry {
    var kind: Block.Kind
    /// 1-based. Of a container: from its first leaf to its last one.
    var first: Int
    var last: Int
    /// Index of the container, -1 at the top.
    var parent: Int
    /// Index behind the last block that this one holds.
    var end: Int
    /// Given for a list.
    var list: ListStyle?
  }

  private(set) var entries: [Entry] = []

  /// Adds a block behind all others. What it holds must follow directly.
  mutating func append(
    _ kind: Block.Kind, _ lines: ClosedRange<Int>, parent: Int, list: ListStyle? = nil
  ) -> Int {
    let index = entries.count
    entries.append(
      Entry(
        kind: kind, first: lines.lowerBound, last: lines.upperBound, parent: parent,
        end: index + 1, list: list))
    return index
  }

  /// Gives containers the lines of what they hold.
  mutating func close() {
    for index in entries.indices.reversed() {
      let entry = entries[index]
      guard entry.parent >= 0, !entry.kind.isContainer || entry.end > index + 1 else { continue }
      let parent = entry.parent
      let isFirst = entries[parent].end == parent + 1
      entries[parent].end = max(entries[parent].end, entry.end)
      entries[parent].first = entry.first
      if isFirst { entries[parent].last = entry.last }
    }
  }

  /// The blocks directly in the block at `index`, or at the top for -1.
  func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var next = index + 1
    let end = index < 0 ? entries.count : entries[index].end
    while next < end {
      children.append(next)
      next = entries[next].end
    }
    return children
  }

  /// Whether the block lies in a block of this kind, however deep.
  func isInside(_ kind: Block.Kind, _ index: Int) -> Bool {
    var parent = entries[index].parent
    while parent >= 0 {
      if entries[parent].kind == kind { return true }
      parent = entries[parent].parent
    }
    return false
  }
}
