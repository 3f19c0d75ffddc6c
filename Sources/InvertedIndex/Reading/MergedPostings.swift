internal import CKernels

/// The postings of several terms of a segment as those of one, in memory: the counts of a passage that has more
/// than one of them are added up, 255 at most.
final class MergedPostings: @unchecked Sendable {
  // Unchecked: nothing is written after it has been made.

  private let encoder: PostingEncoder
  private let segment: Segment
  private let count: Int
  private let inText: Int
  private let bound: Float

  /// Complexity: O(postings + passages of the segment / 64).
  init(_ lists: [PostingList], of segment: Segment) {
    self.segment = segment
    let norms = NormTable(segment.header.parameters, average: segment.header.average)
    var encoder = PostingEncoder(norms: norms, lengths: segment.lengths)
    encoder.beginTerm()
    let reader = BlockReader()
    if lists.reduce(0, { $0 + $1.count }) > segment.count / 16 {
      Self.addDensely(lists, passages: segment.count, reader, to: &encoder)
    } else {
      Self.addSorted(lists, reader, to: &encoder)
    }
    bound = encoder.endTerm()
    count = Int(encoder.termPostings)
    inText = Int(encoder.inText)
    encoder.output.extend(by: Int(POSTINGS_PADDING))
    self.encoder = encoder
  }

  /// `nil` where there are no postings.
  var list: PostingList? {
    guard count > 0 else { return nil }
    return PostingList(
      count: count, blocks: encoder.lasts.count, inText: inText, bound: bound,
      lasts: UnsafePointer(encoder.lasts.base), starts: UnsafePointer(encoder.starts.base),
      bounds: UnsafePointer(encoder.bounds.base), data: UnsafePointer(encoder.output.base),
      dataCount: encoder.packed, lengths: segment.lengths, passages: UInt32(segment.count))
  }

  private static func addSorted(
    _ lists: [PostingList], _ reader: BlockReader, to encoder: inout PostingEncoder
  ) {
    var all: [UInt64] = []
    for list in lists {
      reader.forEach(list) { all.append(UInt64($0) << 32 | UInt64($1.packed)) }
    }
    all.sort()
    var index = 0
    while index < all.count {
      let ordinal = all[index] >> 32
      var sum = FieldTally(packed: UInt32(truncatingIfNeeded: all[index]))
      index += 1
      while index < all.count, all[index] >> 32 == ordinal {
        sum += FieldTally(packed: UInt32(truncatingIfNeeded: all[index]))
        index += 1
      }
      encoder.add(UInt32(ordinal), sum)
    }
  }

  private static func addDensely(
    _ lists: [PostingList], passages: Int, _ reader: BlockReader, to encoder: inout PostingEncoder
  ) {
    var sums = [UInt32](repeating: 0, count: passages)
    for list in lists {
      reader.forEach(list) { ordinal, counts in
        var sum = FieldTally(packed: sums[Int(ordinal)])
        sum += counts
        sums[Int(ordinal)] = sum.packed
      }
    }
    for (ordinal, sum) in sums.enumerated() where sum != 0 {
      encoder.add(UInt32(ordinal), FieldTally(packed: sum))
    }
  }
}
