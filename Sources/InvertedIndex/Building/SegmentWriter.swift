internal import CKernels

/// Writes a file of postings: first the passages, then term after term in the order of their bytes, then
/// `finish`. Holds the entries of terms and blocks in memory, never the postings.
final class SegmentWriter {
  private let sink: FileSink
  private var encoder: PostingEncoder
  private var header: SegmentHeader
  private var termEnds = Buffer<UInt32>()
  private var termText = Buffer<UInt8>()
  private var entries = Buffer<UInt32>()
  private static let outputLimit = 1 << 18

  /// - Parameters:
  ///   - header: Its generation, content, passages, sum of lengths, parameters and average.
  ///   - lengths: Of all passages; must outlive this.
  ///   - columns: Writes the given part of the passages.
  init(
    path: String, header: SegmentHeader, lengths: UnsafePointer<UInt32>,
    columns: (SegmentPart, FileSink) throws(SegmentError) -> Void
  ) throws(SegmentError) {
    sink = try FileSink(path: path)
    self.header = header
    encoder = PostingEncoder(
      norms: NormTable(header.parameters, average: header.average), lengths: lengths)
    try sink.pad(SegmentHeader.length)
    for part in [SegmentPart.ids, .documents, .places, .lengths, .lists] {
      try sink.beginPart()
      try columns(part, sink)
      self.header[part] = try sink.endPart()
    }
    try sink.beginPart()
  }

  /// Adds a term with the postings that `body` gives; one without any leaves no trace.
  func addTerm(
    _ text: UnsafeRawBufferPointer, _ body: (inout PostingEncoder) -> Void
  ) throws(SegmentError) {
    encoder.beginTerm()
    body(&encoder)
    let bound = encoder.endTerm()
    guard encoder.termPostings > 0 else { return }
    let at = termText.count
    termText.extend(by: text.count)
    UnsafeMutableRawBufferPointer(start: termText.base + at, count: text.count).copyMemory(
      from: text)
    guard termText.count <= UInt32.max, encoder.lasts.count < UInt32.max, !encoder.isFull else {
      throw .tooLarge
    }
    termEnds.append(UInt32(termText.count))
    entries.append(UInt32(encoder.firstBlock))
    entries.append(encoder.termPostings)
    entries.append(encoder.inText)
    entries.append(bound.bitPattern)
    if encoder.output.count > Self.outputLimit { try drain() }
  }

  func finish() throws(SegmentError) {
    try drain()
    header[.postings] = try sink.endPart()
    header.terms = termEnds.count
    header.blocks = encoder.lasts.count
    header.postings = encoder.postings
    try part(.termEnds, termEnds.bytes)
    try part(.termText, termText.bytes)
    try part(.terms, entries.bytes)
    try part(.blockLasts, encoder.lasts.bytes)
    try part(.blockStarts, encoder.starts.bytes)
    try part(.blockBounds, encoder.bounds.bytes)
    try sink.pad(SegmentHeader.padding)
    try sink.finish(header: header.bytes)
  }

  private func part(_ part: SegmentPart, _ bytes: UnsafeRawBufferPointer) throws(SegmentError) {
    try sink.beginPart()
    try sink.write(bytes)
    header[part] = try sink.endPart()
  }

  private func drain() throws(SegmentError) {
    try sink.write(encoder.output.bytes)
    encoder.output.removeAll()
  }
}
