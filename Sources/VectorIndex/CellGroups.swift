/// Numbered things sorted by the cell that each is in, those of a cell in their order.
struct CellGroups {
  /// Where in `members` each cell begins, and last the end.
  private(set) var starts: [Int]
  private(set) var members: [UInt32]

  /// - Parameter cells: For each thing its cell, below `count`. Complexity: O(things + cells).
  init(_ cells: [UInt32], count: Int) {
    starts = [Int](repeating: 0, count: count + 1)
    for cell in cells { starts[Int(cell) + 1] += 1 }
    for cell in 0..<count { starts[cell + 1] += starts[cell] }
    var next = starts
    members = [UInt32](repeating: 0, count: cells.count)
    for (index, cell) in cells.enumerated() {
      members[next[Int(cell)]] = UInt32(index)
      next[Int(cell)] += 1
    }
  }

  /// The cells without members.
  var empty: [Int] {
    (0..<(starts.count - 1)).filter { starts[$0] == starts[$0 + 1] }
  }
}
