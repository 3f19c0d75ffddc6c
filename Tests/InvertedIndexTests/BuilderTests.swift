import InvertedIndex
import Testing

/// Terms are cut and counted as their text says, however long they are and wherever they end.
struct BuilderTests {
  private func index(_ texts: [String], in folder: TemporaryFolder) throws -> InvertedIndex {
    let builder = SegmentBuilder()
    for (number, text) in texts.enumerated() {
      try builder.add(
        id: Int64(number), document: 1, place: number, isList: false, title: "", heading: "",
        body: text)
    }
    try builder.write(to: folder.file("postings.1"), generation: 1, content: 1)
    return try InvertedIndex(segments: [try Segment(path: folder.file("postings.1"))])
  }

  /// Terms that share their beginnings, at all places of a word of eight bytes.
  @Test func termsOfAllLengthsAreToldApart() throws {
    let folder = try TemporaryFolder()
    let words = (1...40).map { String(repeating: "x", count: $0) }
    let texts = (0..<60).map { first in
      String(repeating: " ", count: first % 5)
        + (0..<7).map { words[(first + $0 * $0) % 40] }.joined(
          separator: first % 3 == 0 ? "  " : " ")
        + (first % 2 == 0 ? " " : "")
    }
    let index = try index(texts, in: folder)
    for word in words {
      let wanted = texts.indices.filter { texts[$0].split(separator: " ").contains { $0 == word } }
      let query = index.query([TermElement(word)])
      #expect(Set(index.top(100, query).map(\.ordinal)) == Set(wanted))
      #expect(query.frequencies == [wanted.count])
    }
    for (ordinal, text) in texts.enumerated() {
      #expect(index.length(at: ordinal) == text.split(separator: " ").count)
    }
  }

  @Test func passagesWithoutTermsArePassages() throws {
    let folder = try TemporaryFolder()
    let index = try index(["", " ", "a", "         ", ""], in: folder)
    #expect(index.count == 5)
    #expect(index.allIDs == [0, 1, 2, 3, 4])
    #expect(index.top(9, index.query([TermElement("a")])).map(\.id) == [2])
    #expect(index.top(9, index.query([TermElement("", isPrefix: true)])).map(\.id) == [2])
    #expect(index.query([TermElement("")]).frequencies == [0])
  }

  /// More terms than any table begins with, and chains of all lengths.
  @Test func manyTermsAreKept() throws {
    let folder = try TemporaryFolder()
    let texts = (0..<3000).map { number in
      "all " + (number % 2 == 0 ? "even" : "odd") + " only\(number) pair\(number / 2)"
        + (number % 64 == 0 ? " rare" : "")
    }
    let index = try index(texts, in: folder)
    #expect(index.segments[0].termCount == 3000 + 1500 + 4)
    func count(_ term: String) -> Int { index.frequency(of: TermElement(term)) }
    #expect([count("all"), count("even"), count("odd"), count("rare")] == [3000, 1500, 1500, 47])
    #expect(count("only2999") == 1)
    #expect(count("pair7") == 2)
    #expect(index.frequency(of: TermElement("only", isPrefix: true)) == 3000)
  }

  @Test func memoryIsEstimatedAndGrows() throws {
    let builder = SegmentBuilder()
    let before = builder.estimatedBytes
    for number in 0..<20_000 {
      try builder.add(
        id: Int64(number), document: 1, place: 0, isList: false, title: "t", heading: "h",
        body: "word\(number) word\(number / 3)")
    }
    #expect(builder.estimatedBytes > before + 20_000 * 40)
    #expect(!builder.isFull)
  }
}
