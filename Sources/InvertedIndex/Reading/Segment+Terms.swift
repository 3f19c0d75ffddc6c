internal import CKernels

extension Segment {
  /// The bytes of a term.
  ///
  /// - Precondition: `number` is below `termCount`.
  @inline(__always)
  func text(of number: Int) -> UnsafeRawBufferPointer {
    // A damaged file must not lead anywhere else.
    let length = header[.termText].count
    let start = min(length, number == 0 ? 0 : Int(termEnds[number - 1]))
    let end = max(start, min(length, Int(termEnds[number])))
    return UnsafeRawBufferPointer(start: termText + start, count: end - start)
  }

  /// The numbers of the terms that are `term`, or begin with it. Complexity: O(log terms).
  func numbers(of term: String, isPrefix: Bool) -> Range<Int> {
    var term = term
    return term.withUTF8 { bytes in
      let wanted = UnsafeRawBufferPointer(bytes)
      let first = partition { ByteOrder.order(self.text(of: $0), wanted) < 0 }
      if isPrefix {
        // Behind the terms that begin so, cut to its length, come those that are above it.
        let last = partition { number in
          let own = self.text(of: number)
          let head = UnsafeRawBufferPointer(rebasing: own.prefix(wanted.count))
          return ByteOrder.order(head, wanted) <= 0
        }
        return first..<max(first, last)
      }
      guard first < termCount, ByteOrder.order(text(of: first), wanted) == 0 else { return 0..<0 }
      return first..<(first + 1)
    }
  }

  /// The number of terms that `precedes` holds for, which are the first ones.
  private func partition(_ precedes: (Int) -> Bool) -> Int {
    var low = 0
    var high = termCount
    while low < high {
      let middle = (low + high) / 2
      if precedes(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The postings of a term; `nil` where a damaged file has none.
  func list(of number: Int) -> PostingList? {
    let entry = terms[number]
    let count = Int(entry.postings)
    let blocks = (count + PostingList.block - 1) / PostingList.block
    let first = Int(entry.firstBlock)
    guard count > 0, count <= self.count, first + blocks <= header.blocks else { return nil }
    return PostingList(
      count: count, blocks: blocks, inText: min(count, Int(entry.inText)), bound: entry.bound,
      lasts: blockLasts + first, starts: blockStarts + first, bounds: blockBounds + first,
      data: postings, dataCount: header[.postings].count, lengths: lengths,
      passages: UInt32(self.count))
  }
}
