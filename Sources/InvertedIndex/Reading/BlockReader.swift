internal import CKernels
internal import LinearAlgebra

/// Reads the postings of lists one after another or at places. Holds the memory that blocks are unpacked into.
final class BlockReader {
  private let memory: UnsafeMutablePointer<UInt32>
  let ordinals: UnsafeMutablePointer<UInt32>
  let counts: UnsafeMutablePointer<UInt32>
  private let opened: UnsafeMutablePointer<postings_block>
  private let level = KernelLevel.best.postings

  init() {
    memory = .allocate(capacity: 2 * PostingList.block)
    memory.initialize(repeating: 0, count: 2 * PostingList.block)
    opened = .allocate(capacity: 1)
    opened.initialize(to: postings_block())
    ordinals = memory
    counts = memory + PostingList.block
  }

  deinit {
    memory.deallocate()
    opened.deallocate()
  }

  /// Calls `body` for each posting. Complexity: O(postings).
  @inline(__always)
  func forEach(_ list: PostingList, _ body: (_ ordinal: UInt32, _ counts: FieldTally) -> Void) {
    for block in 0..<list.blocks where list.open(block, into: &opened.pointee) {
      postings_ordinals(level, opened, ordinals)
      postings_all_counts(level, opened, counts)
      for index in 0..<Int(opened.pointee.count) {
        body(ordinals[index], FieldTally(packed: counts[index]))
      }
    }
  }

  /// Calls `body` with the place in `wanted`, and the counts, of each of these ordinals that a list has.
  ///
  /// - Parameter wanted: Ascending.
  /// - Complexity: O(`wanted.count` log of the distances).
  @inline(__always)
  func find(
    _ wanted: UnsafeBufferPointer<UInt32>, in list: PostingList,
    _ body: (_ place: Int, _ counts: FieldTally) -> Void
  ) {
    var block = -1
    var isSound = false
    var last: UInt32 = 0
    for place in 0..<wanted.count {
      let ordinal = wanted[place]
      if block < 0 || ordinal > last {
        block = list.block(reaching: ordinal, from: max(0, block))
        if block >= list.blocks { return }
        last = list.lasts[block]
        isSound = false
        // A block that begins above it is opened when an ordinal lies in it.
        if ordinal < list.base(of: block) { continue }
        isSound = unpack(list, block)
      } else if !isSound, ordinal >= list.base(of: block) {
        isSound = unpack(list, block)
      }
      guard isSound else { continue }
      let index = postings_find(opened, ordinals, ordinal)
      if index >= 0 { body(place, FieldTally(packed: postings_counts(opened, UInt32(index)))) }
    }
  }

  @inline(__always)
  private func unpack(_ list: PostingList, _ block: Int) -> Bool {
    guard list.open(block, into: &opened.pointee) else { return false }
    if postings_is_bitmap(opened) == 0 { postings_ordinals(level, opened, ordinals) }
    return true
  }
}
