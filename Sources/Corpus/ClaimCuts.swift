/// Where a sentence goes on to another source: behind the links to lines that end a claim.
///
///     "It rose ([a](r.md#L1)), then fell ([b](r.md#L2), [c](r.md#L3))."  // two claims
struct ClaimCuts {
  private let document: MarkedDocument
  private var bytes: [UInt8] { document.source.bytes }

  init(_ document: MarkedDocument) {
    self.document = document
  }

  /// The claims of a sentence, without a gap between them; the sentence itself where it names one place.
  ///
  /// - Parameter links: Positions of the links within it, ascending.
  func parts(of sentence: Range<Int>, links: [Int]) -> [Range<Int>] {
    let ranges = links.filter { document.findings.links[$0].pointsAtLine }
      .map { document.findings.linkRanges[$0] }
    var parts: [Range<Int>] = []
    var start = sentence.lowerBound
    for (link, next) in zip(ranges, ranges.dropFirst()) {
      // Nested links do not follow each other.
      guard link.upperBound <= next.lowerBound, link.lowerBound >= start else { continue }
      let end = closed(link.upperBound, before: next.lowerBound)
      guard hasWord(in: end..<next.lowerBound) else { continue }
      parts.append(start..<end)
      start = end
    }
    parts.append(start..<sentence.upperBound)
    return parts
  }

  /// Behind the bracket and the punctuation that follow a link.
  private func closed(_ index: Int, before limit: Int) -> Int {
    var end = index
    while end < limit, ")],;:.|".utf8.contains(bytes[end]) { end += 1 }
    return end
  }

  private func hasWord(in range: Range<Int>) -> Bool {
    bytes[range].contains(where: ByteClass.isWord)
  }
}
