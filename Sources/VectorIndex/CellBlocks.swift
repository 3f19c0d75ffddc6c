internal import LinearAlgebra

/// The rows of cells in whole blocks: what fills up a cell's last block is no row.
struct CellBlocks {
  /// For each cell how many blocks there are up to its end.
  private(set) var ends: [UInt64] = []
  /// For each cell how many rows it has.
  private(set) var counts: [UInt32] = []
  /// For each place of each block its row; `UInt32.max` for none.
  private(set) var places: [UInt32] = []

  /// Number of blocks.
  var count: Int { Int(ends.last ?? 0) }

  /// Complexity: O(rows + cells).
  init(_ groups: CellGroups) {
    let length = SignBlocks.rowsPerBlock
    for cell in 0..<(groups.starts.count - 1) {
      let rows = groups.members[groups.starts[cell]..<groups.starts[cell + 1]]
      places += rows
      let empty = (length - rows.count % length) % length
      places += repeatElement(.max, count: empty)
      counts.append(UInt32(rows.count))
      ends.append(UInt64(places.count / length))
    }
  }

  /// The cell of each place in a range. Complexity: O(range + log cells).
  func cells(of range: Range<Int>) -> [UInt32] {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(ends[middle]) * SignBlocks.rowsPerBlock <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return range.map { place in
      while Int(ends[low]) * SignBlocks.rowsPerBlock <= place { low += 1 }
      return UInt32(low)
    }
  }
}
