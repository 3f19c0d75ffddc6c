/// The terms of the passages that are being added, with their postings so far.
struct TermCollection: ~Copyable {
  enum Column { case title, heading, body }

  // How a posting goes on after the difference of ordinals.
  private static let once: UInt32 = 0
  private static let onlyText: UInt32 = 1
  private static let allColumns: UInt32 = 2

  private var terms = TermTable()
  private var arena = PostingArena()
  private var touched = Buffer<UInt32>(capacity: 1 << 10)

  var byteCount: Int { terms.byteCount + arena.byteCount }
  /// Whether a passage did not fit, and all is lost.
  var isOverfull: Bool { arena.isOverfull || terms.textCount > UInt32.max }

  /// Whether a passage more may not fit.
  var isFull: Bool {
    let limit = 3 << 30
    return arena.count > limit || terms.textCount > limit
  }

  /// Adds a passage, and returns its number of terms.
  mutating func add(title: String, heading: String, body: String, of passage: UInt32) -> Int {
    var (title, heading, body) = (title, heading, body)
    let length =
      title.withUTF8 { count($0, in: .title, of: passage) }
      + heading.withUTF8 { count($0, in: .heading, of: passage) }
      + body.withUTF8 { count($0, in: .body, of: passage) }
    endPassage(passage)
    return length
  }

  /// Counts the terms of a column, and returns their number.
  private mutating func count(
    _ text: UnsafeBufferPointer<UInt8>, in column: Column, of passage: UInt32
  ) -> Int {
    let shift: UInt32 =
      switch column {
      case .body: 0
      case .heading: 8
      case .title: 16
      }
    let text = UnsafeRawBufferPointer(text)
    var found = 0
    var at = 0
    while at < text.count {
      let (length, key) = Self.term(in: text, at: at)
      if length > 0 {
        let term = UnsafeRawBufferPointer(rebasing: text[at..<(at &+ length)])
        let number = terms.number(of: term, key: key) { arena.begin() }
        touch(number, in: passage, shift: shift)
        found &+= 1
      }
      at &+= length &+ 1
    }
    return found
  }

  /// The length of the term that begins at a place, and its key.
  @inline(__always)
  private static func term(
    in text: UnsafeRawBufferPointer, at start: Int
  ) -> (length: Int, key: UInt64) {
    if start &+ 8 <= text.count {
      let word = text.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      // The lowest byte that is a space has the lowest of these bits.
      let spaces = word ^ 0x2020_2020_2020_2020
      let marks = (spaces &- 0x0101_0101_0101_0101) & ~spaces & 0x8080_8080_8080_8080
      if marks != 0 {
        let length = marks.trailingZeroBitCount / 8
        return (length, word & (1 &<< UInt64(8 &* length) &- 1))
      }
    }
    var end = min(start &+ 8, text.count)
    if start &+ 8 > text.count { end = start }
    while end < text.count, text[end] != 0x20 { end &+= 1 }
    return (end &- start, TermTable.key(of: UnsafeRawBufferPointer(rebasing: text[start..<end])))
  }

  @inline(__always)
  private mutating func touch(_ number: Int, in passage: UInt32, shift: UInt32) {
    let term = terms.terms.base + number
    if term.pointee.passage != passage {
      term.pointee.passage = passage
      term.pointee.counts = 0
      touched.append(UInt32(truncatingIfNeeded: number))
    }
    if term.pointee.counts &>> shift & 255 < 255 { term.pointee.counts &+= 1 &<< shift }
  }

  /// Adds the postings of the passage whose columns have been counted.
  private mutating func endPassage(_ ordinal: UInt32) {
    for index in 0..<touched.count {
      let entry = terms.terms.base + Int(touched[index])
      let counts = entry.pointee.counts
      let form = counts == 1 ? Self.once : counts < 256 ? Self.onlyText : Self.allColumns
      // A difference of 30 bits and more takes the form of its own, before a second number.
      let gap = ordinal &- entry.pointee.next
      if gap < 1 << 30 {
        arena.append(number: gap << 2 | form, to: &entry.pointee.chain)
      } else {
        arena.append(number: form << 2 | 3, to: &entry.pointee.chain)
        arena.append(number: gap, to: &entry.pointee.chain)
      }
      if form != Self.once {
        arena.append(UInt8(truncatingIfNeeded: counts), to: &entry.pointee.chain)
      }
      if form == Self.allColumns {
        arena.append(UInt8(truncatingIfNeeded: counts >> 8), to: &entry.pointee.chain)
        arena.append(UInt8(truncatingIfNeeded: counts >> 16), to: &entry.pointee.chain)
      }
      entry.pointee.next = ordinal &+ 1
    }
    touched.removeAll()
  }

  private func copy(_ entry: BuiltTerm, to encoder: inout PostingEncoder) {
    var reader = arena.reader(entry.chain)
    var next: UInt32 = 0
    while !reader.isAtEnd {
      let first = reader.number()
      var (gap, form) = (first >> 2, first & 3)
      if form == 3 {
        form = gap
        gap = reader.number()
      }
      let body = form == Self.once ? 1 : reader.byte()
      let heading = form == Self.allColumns ? reader.byte() : 0
      let title = form == Self.allColumns ? reader.byte() : 0
      encoder.add(next &+ gap, FieldTally(title: title, heading: heading, body: body))
      next = next &+ gap &+ 1
    }
  }

  /// Writes all terms, in the order of their bytes.
  func write(to writer: SegmentWriter) throws(SegmentError) {
    for number in terms.sorted() {
      let entry = terms.terms[number]
      try writer.addTerm(terms[number]) { copy(entry, to: &$0) }
    }
  }
}
