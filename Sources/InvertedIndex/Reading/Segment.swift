internal import CKernels
internal import LinearAlgebra

/// A mapped file of postings: passages with ascending ids, and the terms that they have. It never changes;
/// what has come or gone since is the caller's, see `InvertedIndex`.
///
/// Opening reads the header and nothing else. Whatever the bytes are, reading stays within them: a damaged file
/// answers wrongly or not at all, and `verify` finds it.
package final class Segment: @unchecked Sendable {
  // Unchecked: the memory is mapped read-only, and `file` keeps it alive.

  package let path: String
  let header: SegmentHeader
  let ids: UnsafePointer<Int64>
  let documents: UnsafePointer<Int64>
  let places: UnsafePointer<UInt32>
  let lengths: UnsafePointer<UInt32>
  let lists: UnsafePointer<UInt8>
  let postings: UnsafePointer<UInt8>
  let termEnds: UnsafePointer<UInt32>
  let termText: UnsafePointer<UInt8>
  let terms: UnsafePointer<TermEntry>
  let blockLasts: UnsafePointer<UInt32>
  let blockStarts: UnsafePointer<UInt32>
  let blockBounds: UnsafePointer<Float>
  private let file: MappedFile

  /// The file's number, as it was written.
  package var generation: Int { header.generation }
  /// The state of the knowledge base that the file holds.
  package var content: Int { header.content }
  /// Number of passages.
  package var count: Int { header.passages }
  /// Number of distinct terms.
  package var termCount: Int { header.terms }
  /// Number of pairs of a term and a passage.
  package var postingCount: Int { header.postings }
  /// Length of the file.
  package var byteCount: Int { file.count }
  /// The lowest and the highest id; `nil` without passages.
  package var idRange: ClosedRange<Int64>? {
    guard count > 0, ids[0] <= ids[count - 1] else { return nil }
    return ids[0]...ids[count - 1]
  }

  /// Maps a file. Complexity: O(1).
  package init(path: String) throws(SegmentError) {
    let file: MappedFile
    do {
      file = try MappedFile(path: path)
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    guard file.count >= SegmentHeader.length, Int(littleEndian: 1) == 1,
      let header = SegmentHeader(file.bytes(in: 0..<SegmentHeader.length)),
      header.fits(file.count), let base = file.address(of: 0..<file.count)
    else { throw .damagedHeader(path: path) }
    func part<Element>(_ part: SegmentPart, _: Element.Type) -> UnsafePointer<Element> {
      (base + header[part].offset).assumingMemoryBound(to: Element.self)
    }
    self.path = path
    self.header = header
    self.file = file
    ids = part(.ids, Int64.self)
    documents = part(.documents, Int64.self)
    places = part(.places, UInt32.self)
    lengths = part(.lengths, UInt32.self)
    lists = part(.lists, UInt8.self)
    postings = part(.postings, UInt8.self)
    termEnds = part(.termEnds, UInt32.self)
    termText = part(.termText, UInt8.self)
    terms = part(.terms, TermEntry.self)
    blockLasts = part(.blockLasts, UInt32.self)
    blockStarts = part(.blockStarts, UInt32.self)
    blockBounds = part(.blockBounds, Float.self)
  }

  /// Compares all bytes with what was written. Complexity: O(bytes).
  package func verify() throws(SegmentError) {
    for part in SegmentPart.allCases {
      let extent = header[part]
      let range = extent.offset..<(extent.offset + extent.count)
      guard file.withBytes(in: range, SegmentHeader.digest(of:)) == extent.digest else {
        throw .damagedPart(path: path, part: part.name)
      }
    }
  }

  /// The ordinal of the first passage from `start` on whose id is not below `id`.
  /// Complexity: O(log of the distance).
  func lowerBound(_ id: Int64, from start: Int = 0) -> Int {
    var low = min(start, count)
    var step = 1
    while low + step < count, ids[low + step] < id {
      low += step
      step *= 2
    }
    var high = min(count, low + step + 1)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
