/// Writes the passages of several segments into one file, without those that are gone.
package struct SegmentMerger {
  private let index: InvertedIndex
  /// The new ordinal of each passage; `UInt32.max` for those that are gone.
  private let ordinals: [[UInt32]]
  private let lengths: [UInt32]
  private let lengthSum: Int

  /// - Complexity: O(passages).
  package init(_ index: InvertedIndex) {
    self.index = index
    var ordinals: [[UInt32]] = []
    var lengths: [UInt32] = []
    var sum = 0
    for (segment, base) in zip(index.segments, index.bases) {
      var own = [UInt32](repeating: .max, count: segment.count)
      for place in 0..<segment.count where index.isLive(base + place) {
        own[place] = UInt32(lengths.count)
        lengths.append(segment.lengths[place])
        sum += Int(segment.lengths[place])
      }
      ordinals.append(own)
    }
    (self.ordinals, self.lengths, lengthSum) = (ordinals, lengths, sum)
  }

  /// Writes the file as `SegmentBuilder.write` does. The segments are verified first, so that damage is not
  /// passed on under a new digest.
  ///
  /// - Complexity: O(postings + terms segments), in memory for passages, terms and blocks, not for postings.
  package func write(
    to path: String, generation: Int, content: Int, parameters: BM25Parameters = BM25Parameters(),
    average: Double? = nil
  ) throws(SegmentError) {
    for segment in index.segments { try segment.verify() }
    var header = SegmentHeader()
    (header.generation, header.content) = (max(0, generation), max(0, content))
    (header.passages, header.lengthSum) = (lengths.count, lengthSum)
    header.parameters = parameters
    header.average = max(1, average ?? index.average)
    // The memory outlives the writer.
    let kept = UnsafeMutablePointer<UInt32>.allocate(capacity: lengths.count + 1)
    defer { kept.deallocate() }
    for (place, length) in lengths.enumerated() { kept[place] = length }
    let writer = try SegmentWriter(path: path, header: header, lengths: kept) {
      (part, sink) throws(SegmentError) in
      try self.write(part, to: sink)
    }
    try writeTerms(to: writer)
    try writer.finish()
  }

  private func write(_ part: SegmentPart, to sink: FileSink) throws(SegmentError) {
    for (segment, ordinals) in zip(index.segments, ordinals) {
      switch part {
      case .ids: try copy(segment.ids, ordinals, to: sink)
      case .documents: try copy(segment.documents, ordinals, to: sink)
      case .places: try copy(segment.places, ordinals, to: sink)
      case .lengths: try copy(segment.lengths, ordinals, to: sink)
      default: try copy(segment.lists, ordinals, to: sink)
      }
    }
  }

  private func copy<Element: BitwiseCopyable>(
    _ column: UnsafePointer<Element>, _ ordinals: [UInt32], to sink: FileSink
  ) throws(SegmentError) {
    var start = 0
    while start < ordinals.count {
      let isKept = ordinals[start] != .max
      var end = start + 1
      while end < ordinals.count, (ordinals[end] != .max) == isKept { end += 1 }
      if isKept {
        try sink.write(
          UnsafeRawBufferPointer(UnsafeBufferPointer(start: column + start, count: end - start)))
      }
      start = end
    }
  }

  private func writeTerms(to writer: SegmentWriter) throws(SegmentError) {
    let segments = index.segments
    let reader = BlockReader()
    var next = [Int](repeating: 0, count: segments.count)
    while true {
      var least: UnsafeRawBufferPointer?
      for (segment, place) in zip(segments, next) where place < segment.termCount {
        let text = segment.text(of: place)
        if least.map({ ByteOrder.order(text, $0) < 0 }) ?? true { least = text }
      }
      guard let least else { return }
      try writer.addTerm(least) { encoder in
        for (number, segment) in segments.enumerated() {
          guard next[number] < segment.termCount,
            ByteOrder.areEqual(segment.text(of: next[number]), least)
          else { continue }
          if let list = segment.list(of: next[number]) {
            copy(list, of: number, with: reader, to: &encoder)
          }
          next[number] += 1
        }
      }
    }
  }

  private func copy(
    _ list: PostingList, of number: Int, with reader: BlockReader,
    to encoder: inout PostingEncoder
  ) {
    ordinals[number].withUnsafeBufferPointer { ordinals in
      reader.forEach(list) { ordinal, counts in
        let kept = ordinals[Int(ordinal)]
        if kept != .max { encoder.add(kept, counts) }
      }
    }
  }
}
