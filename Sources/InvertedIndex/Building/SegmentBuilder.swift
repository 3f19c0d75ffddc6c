/// Collects passages in memory, and writes them as a file of postings.
///
///     let builder = SegmentBuilder()
///     try builder.add(id: 1, document: 1, place: 0, isList: false, title: "", heading: "", body: "a b a")
///     try builder.write(to: path, generation: 1, content: 1)
package final class SegmentBuilder {
  private enum Column { case title, heading, body }

  /// A term: its postings so far, and what the passage at hand has of it.
  private struct Entry: BitwiseCopyable {
    var chain: PostingArena.Chain
    /// The ordinal after that of the last posting.
    var next: UInt32 = 0
    var passage: UInt32 = .max
    var counts: UInt32 = 0
  }

  // How a posting goes on after the difference of ordinals.
  private static let once: UInt32 = 0
  private static let onlyText: UInt32 = 1
  private static let allColumns: UInt32 = 2

  private var terms = TermTable()
  private var arena = PostingArena()
  private var entries = Buffer<Entry>(capacity: 1 << 12)
  private var touched = Buffer<UInt32>(capacity: 1 << 10)
  private var ids = Buffer<Int64>()
  private var documents = Buffer<Int64>()
  private var places = Buffer<UInt32>()
  private var lengths = Buffer<UInt32>()
  private var lists = Buffer<UInt8>()
  private var lengthSum = 0

  package init() {}

  /// Number of passages.
  package var count: Int { ids.count }

  /// About how many bytes of memory this takes. `write` takes about as much again as the file is long beyond
  /// its postings.
  package var estimatedBytes: Int {
    terms.byteCount + arena.byteCount + entries.byteCount + ids.byteCount + documents.byteCount
      + places.byteCount + lengths.byteCount + lists.byteCount
  }

  /// Whether a passage more may not fit; `write`, and go on with a new builder.
  package var isFull: Bool {
    let limit = 3 << 30
    return arena.byteCount > limit || terms.textCount > limit || ids.count >= Int(UInt32.max) - 1
  }

  /// Adds a passage. The columns hold stored terms with spaces between them.
  ///
  /// - Parameter place: Of the passage within its document.
  /// - Throws: `SegmentError.unordered` unless ids ascend, `.tooLarge` where the builder is full.
  /// - Complexity: O(bytes of the terms).
  package func add(
    id: Int64, document: Int64, place: Int, isList: Bool, title: String, heading: String,
    body: String
  ) throws(SegmentError) {
    if ids.count > 0, id <= ids[ids.count - 1] { throw .unordered(id: id) }
    if isFull { throw .tooLarge }
    var length = 0
    for (column, text) in [(Column.title, title), (.heading, heading), (.body, body)] {
      var text = text
      length += text.withUTF8 { count($0, in: column) }
    }
    endPassage()
    ids.append(id)
    documents.append(document)
    places.append(UInt32(clamping: place))
    lengths.append(UInt32(clamping: length))
    lists.append(isList ? 1 : 0)
    lengthSum += length
  }

  /// Counts the terms of a column, and returns their number.
  private func count(_ text: UnsafeBufferPointer<UInt8>, in column: Column) -> Int {
    let shift: UInt32 =
      switch column {
      case .body: 0
      case .heading: 8
      case .title: 16
      }
    let passage = UInt32(truncatingIfNeeded: ids.count)
    var found = 0
    var at = 0
    let end = text.count
    while at < end {
      if text[at] == 0x20 {
        at &+= 1
        continue
      }
      let start = at
      var hash = TermTable.seed
      while at < end, text[at] != 0x20 {
        hash = TermTable.mixed(hash, text[at])
        at &+= 1
      }
      let term = UnsafeBufferPointer(rebasing: text[start..<at])
      touch(terms.number(of: term, hash: hash), in: passage, shift: shift)
      found &+= 1
    }
    return found
  }

  @inline(__always)
  private func touch(_ number: Int, in passage: UInt32, shift: UInt32) {
    if number == entries.count { entries.append(Entry(chain: arena.begin())) }
    let entry = entries.base + number
    if entry.pointee.passage != passage {
      entry.pointee.passage = passage
      entry.pointee.counts = 0
      touched.append(UInt32(truncatingIfNeeded: number))
    }
    if entry.pointee.counts &>> shift & 255 < 255 { entry.pointee.counts &+= 1 &<< shift }
  }

  private func endPassage() {
    let ordinal = UInt32(truncatingIfNeeded: ids.count)
    for index in 0..<touched.count {
      let entry = entries.base + Int(touched[index])
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

  /// Writes a file, brings it to the disk and only then gives it its name. The builder stays as it is.
  ///
  /// - Parameters:
  ///   - generation: The number that the caller knows the file by.
  ///   - content: The state of the knowledge base that it holds.
  ///   - parameters: Those that searches will use; others are right too, and slower.
  ///   - average: The mean length of all passages that searches will see, where the caller knows it;
  ///     otherwise that of these passages.
  /// - Complexity: O(postings + terms log terms).
  package func write(
    to path: String, generation: Int, content: Int, parameters: BM25Parameters = BM25Parameters(),
    average: Double? = nil
  ) throws(SegmentError) {
    var header = SegmentHeader()
    (header.generation, header.content) = (max(0, generation), max(0, content))
    (header.passages, header.lengthSum) = (count, lengthSum)
    header.parameters = parameters
    let own = count == 0 ? 1 : Double(lengthSum) / Double(count)
    header.average = max(1, average ?? own)
    let writer = try SegmentWriter(path: path, header: header, lengths: UnsafePointer(lengths.base))
    {
      (part, sink) throws(SegmentError) in
      try sink.write(self.column(part))
    }
    for number in terms.sorted() {
      copy(entries[number], to: writer)
      try writer.endTerm(terms[number])
    }
    try writer.finish()
  }

  private func column(_ part: SegmentPart) -> UnsafeRawBufferPointer {
    switch part {
    case .ids: ids.bytes
    case .documents: documents.bytes
    case .places: places.bytes
    case .lengths: lengths.bytes
    default: lists.bytes
    }
  }

  private func copy(_ entry: Entry, to writer: SegmentWriter) {
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
      writer.add(next &+ gap, FieldTally(title: title, heading: heading, body: body))
      next = next &+ gap &+ 1
    }
  }
}
