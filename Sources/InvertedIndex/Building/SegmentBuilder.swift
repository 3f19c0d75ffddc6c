/// Collects passages in memory, and writes them as a file of postings.
///
///     let builder = SegmentBuilder()
///     try builder.add(id: 1, document: 1, place: 0, isList: false, title: "", heading: "", body: "a b a")
///     try builder.write(to: path, generation: 1, content: 1)
package final class SegmentBuilder {
  private var terms = TermCollection()
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
    terms.byteCount + ids.byteCount + documents.byteCount
      + places.byteCount + lengths.byteCount + lists.byteCount
  }

  /// Whether a passage more may not fit; `write`, and go on with a new builder.
  package var isFull: Bool {
    terms.isFull || ids.count >= Int(UInt32.max) - 1
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
    let ordinal = UInt32(ids.count)
    let length = terms.add(title: title, heading: heading, body: body, of: ordinal)
    ids.append(id)
    documents.append(document)
    places.append(UInt32(clamping: place))
    lengths.append(UInt32(clamping: length))
    lists.append(isList ? 1 : 0)
    lengthSum += length
    if terms.isOverfull { throw .tooLarge }
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
    if terms.isOverfull { throw .tooLarge }
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
    try terms.write(to: writer)
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
}
