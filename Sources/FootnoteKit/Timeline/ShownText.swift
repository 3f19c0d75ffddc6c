/// The beginning of a text, or what lies around its first marked word, in parts that are marked or not.
struct ShownText: Sendable {
  struct Part: Sendable, Hashable {
    var text: String
    var isMarked: Bool
  }

  private(set) var parts: [Part] = []

  /// - Parameters:
  ///   - ranges: Half-open ranges of Unicode scalars, ascending.
  ///   - limit: Unicode scalars that are shown at most, ellipses aside.
  init(_ text: String, marking ranges: [Range<Int>], limit: Int) {
    let scalars = Array(text.unicodeScalars)
    var start = 0
    if let first = ranges.first, first.upperBound > limit {
      // A quarter of the room for what comes before, from the beginning of a word.
      start = max(0, first.lowerBound - limit / 4)
      while start > 0, !scalars[start - 1].properties.isWhitespace { start -= 1 }
    }
    var end = min(scalars.count, start + limit)
    if end < scalars.count {
      let space = scalars[start..<end].lastIndex { $0.properties.isWhitespace }
      if let space, space > start + limit / 2 { end = space }
    }
    if start > 0 { parts.append(Part(text: "… ", isMarked: false)) }
    var next = start
    for range in ranges where range.lowerBound >= next && range.upperBound <= end {
      add(scalars[next..<range.lowerBound], isMarked: false)
      add(scalars[range], isMarked: true)
      next = range.upperBound
    }
    add(scalars[next..<end], isMarked: false)
    if end < scalars.count { parts.append(Part(text: " …", isMarked: false)) }
  }

  private mutating func add(_ scalars: ArraySlice<Unicode.Scalar>, isMarked: Bool) {
    if scalars.isEmpty { return }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    parts.append(Part(text: text, isMarked: isMarked))
  }
}
