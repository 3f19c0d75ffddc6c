/// How often a passage has a term, by the column that it stands in; 255 at most, beyond which BM25 does not
/// rise any more that anyone could see.
struct FieldCounts: Sendable, Hashable {
  var title: UInt8 = 0
  var heading: UInt8 = 0
  var body: UInt8 = 0

  mutating func add(column: String) {
    switch column {
    case "title": title = title &+ (title == 255 ? 0 : 1)
    case "heading": heading = heading &+ (heading == 255 ? 0 : 1)
    default: body = body &+ (body == 255 ? 0 : 1)
    }
  }

  static func += (left: inout Self, right: Self) {
    left.title = UInt8(clamping: Int(left.title) + Int(right.title))
    left.heading = UInt8(clamping: Int(left.heading) + Int(right.heading))
    left.body = UInt8(clamping: Int(left.body) + Int(right.body))
  }
}
