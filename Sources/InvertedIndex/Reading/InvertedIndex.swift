/// The stored terms of all passages: segments one after another, without the passages that are gone.
///
/// Passages have ordinals, `0 ..< ordinals`, in the order of their ids through all segments; those of passages
/// that are gone stay empty. Copies share the files and what is known of frequencies.
package struct InvertedIndex: Sendable {
  package let segments: [Segment]
  /// The first ordinal of each segment, and the number of ordinals.
  let bases: [Int]
  /// Ordinals of passages that are gone; `nil` where all are there.
  let gone: OrdinalSet?
  /// Of each segment, the ordinals of passages that are gone, counted within it, ascending.
  let goneInSegments: [[UInt32]]
  /// Number of passages.
  package let count: Int
  /// Mean number of terms of a passage; at least 1, so that it can be divided by.
  package let average: Double
  let frequencies = FrequencyCache()

  /// Number of ordinals: passages, and those that are gone.
  package var ordinals: Int { bases[bases.count - 1] }

  /// Puts segments together.
  ///
  /// - Parameters:
  ///   - segments: In the order of their ids, none of which two have.
  ///   - deleted: Ids of passages that are gone, ascending; those that no segment has mean nothing.
  /// - Throws: `SegmentError.unordered` where ids do not ascend from one segment to the next, `.tooLarge` for 4
  ///   billion passages and more.
  /// - Complexity: O(`deleted.count` log passages).
  package init(segments: [Segment], deleted: [Int64] = []) throws(SegmentError) {
    var bases = [0]
    var last: Int64?
    for segment in segments {
      bases.append(bases[bases.count - 1] + segment.count)
      guard segment.count > 0 else { continue }
      guard let range = segment.idRange else { throw .damagedPart(path: segment.path, part: "ids") }
      if let last, range.lowerBound <= last { throw .unordered(id: range.lowerBound) }
      last = range.upperBound
    }
    guard bases[bases.count - 1] < Int(UInt32.max) else { throw .tooLarge }
    // Opening shall not take memory for each passage where none is gone.
    var gone = OrdinalSet(capacity: deleted.isEmpty ? 0 : bases[bases.count - 1])
    var goneInSegments: [[UInt32]] = []
    var (count, total) = (bases[bases.count - 1], segments.reduce(0) { $0 + $1.header.lengthSum })
    for (segment, base) in zip(segments, bases) {
      var own: [UInt32] = []
      var place = 0
      for id in deleted {
        place = segment.lowerBound(id, from: place)
        guard place < segment.count else { break }
        if segment.ids[place] == id, !gone.contains(base + place) {
          own.append(UInt32(place))
          gone.insert(base + place)
          total -= Int(segment.lengths[place])
        }
      }
      count -= own.count
      goneInSegments.append(own)
    }
    self.segments = segments
    self.bases = bases
    self.gone = count == bases[bases.count - 1] ? nil : gone
    self.goneInSegments = goneInSegments
    self.count = count
    average = count == 0 ? 1 : max(1, Double(total) / Double(count))
  }
}
