/// How often a passage has a term, by the column that it stands in; 255 at most, beyond which BM25 does not
/// rise any more that anyone could see.
package struct FieldTally: Sendable, Hashable {
  package var title: UInt8
  package var heading: UInt8
  package var body: UInt8

  package init(title: UInt8 = 0, heading: UInt8 = 0, body: UInt8 = 0) {
    (self.title, self.heading, self.body) = (title, heading, body)
  }

  /// As the kernels have it: text in the lowest byte, then heading, then title.
  @inline(__always)
  init(packed: UInt32) {
    title = UInt8(truncatingIfNeeded: packed >> 16)
    heading = UInt8(truncatingIfNeeded: packed >> 8)
    body = UInt8(truncatingIfNeeded: packed)
  }

  @inline(__always)
  var packed: UInt32 { UInt32(title) << 16 | UInt32(heading) << 8 | UInt32(body) }

  package static func += (left: inout Self, right: Self) {
    left.title = UInt8(clamping: Int(left.title) + Int(right.title))
    left.heading = UInt8(clamping: Int(left.heading) + Int(right.heading))
    left.body = UInt8(clamping: Int(left.body) + Int(right.body))
  }
}
