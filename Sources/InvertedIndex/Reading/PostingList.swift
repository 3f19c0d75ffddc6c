internal import CKernels

/// The postings of a term in one segment: a view into memory that somebody else keeps alive.
struct PostingList: @unchecked Sendable {
  // Unchecked: what it points to is never written.

  static let block = Int(POSTINGS_BLOCK)

  let count: Int
  let blocks: Int
  /// Number of postings in the text.
  let inText: Int
  /// Upper bound of the term's factor.
  let bound: Float
  let lasts: UnsafePointer<UInt32>
  let starts: UnsafePointer<UInt32>
  let bounds: UnsafePointer<Float>
  let data: UnsafePointer<UInt8>
  let dataCount: Int
  let lengths: UnsafePointer<UInt32>
  let passages: UInt32

  /// The lowest ordinal that a block may have.
  @inline(__always)
  func base(of block: Int) -> UInt32 { block == 0 ? 0 : lasts[block &- 1] &+ 1 }

  /// Reads the head of a block; whether it is sound. Only then may the block be read.
  @inline(__always)
  func open(_ block: Int, into opened: inout postings_block) -> Bool {
    let start = Int(starts[block])
    let last = lasts[block]
    guard start < dataCount, last < passages else { return false }
    let size = block == blocks &- 1 ? count &- block &* Self.block : Self.block
    return postings_open(
      &opened, data + start, dataCount &- start, base(of: block), last, UInt32(size)) != 0
  }

  /// The first block from `start` on that does not end below `ordinal`; `blocks` where there is none.
  /// Complexity: O(log of the distance).
  @inline(__always)
  func block(reaching ordinal: UInt32, from start: Int) -> Int {
    if start >= blocks || lasts[start] >= ordinal { return start }
    var low = start &+ 1
    var step = 1
    while low &+ step < blocks, lasts[low &+ step] < ordinal {
      low = low &+ step
      step = step &* 2
    }
    var high = min(blocks, low &+ step)
    while low < high {
      let middle = (low &+ high) / 2
      if lasts[middle] < ordinal { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
