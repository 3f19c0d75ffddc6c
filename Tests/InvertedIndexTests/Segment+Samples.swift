import InvertedIndex

extension Segment {
  /// Writes and opens a segment of made-up passages.
  convenience init(
    _ passages: some Sequence<SamplePassage>, at path: String, average: Double? = nil,
    parameters: BM25Parameters = BM25Parameters()
  ) throws {
    let builder = SegmentBuilder()
    for passage in passages {
      try builder.add(
        id: passage.id, document: passage.document, place: passage.place, isList: passage.isList,
        title: passage.title.joined(separator: " "),
        heading: passage.heading.joined(separator: "  "), body: passage.body.joined(separator: " "))
    }
    try builder.write(
      to: path, generation: 3, content: 17, parameters: parameters, average: average)
    try self.init(path: path)
  }
}
