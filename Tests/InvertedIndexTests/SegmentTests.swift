import Foundation
import InvertedIndex
import Testing

/// Files of postings say what was put into them.
struct SegmentTests {
  @Test func passagesAreWhatWasAdded() throws {
    let folder = try TemporaryFolder()
    let corpus = SampleCorpus(500, seed: 1)
    let segment = try Segment(corpus.passages, at: folder.file("postings.3"))
    try segment.verify()
    #expect((segment.generation, segment.content, segment.count) == (3, 17, 500))
    let index = try InvertedIndex(segments: [segment], deleted: [corpus.passages[4].id])
    for (ordinal, passage) in corpus.passages.enumerated() {
      #expect(index.id(at: ordinal) == passage.id)
      #expect(index.document(at: ordinal) == passage.document)
      #expect(index.place(at: ordinal) == passage.place)
      #expect(index.length(at: ordinal) == passage.length)
      #expect(index.isList(at: ordinal) == passage.isList)
      #expect(index.ordinal(of: passage.id) == (ordinal == 4 ? nil : ordinal))
    }
    #expect(index.ordinal(of: 0) == nil)
    #expect(index.ordinal(of: .max) == nil)
    #expect(index.listIDs == corpus.passages.filter(\.isList).map(\.id))
    #expect(
      index.documents(of: [corpus.passages[9].id, .max]) == [corpus.passages[9].document, nil])
  }

  @Test func idsMustAscend() throws {
    let builder = SegmentBuilder()
    func add(_ id: Int64) throws(SegmentError) {
      try builder.add(
        id: id, document: 1, place: 0, isList: false, title: "", heading: "", body: "a")
    }
    try add(5)
    #expect(throws: SegmentError.unordered(id: 5)) { try add(5) }
    try add(6)
    #expect(builder.count == 2)
    let folder = try TemporaryFolder()
    let first = try Segment(SampleCorpus(10, seed: 1).passages, at: folder.file("postings.1"))
    #expect(throws: SegmentError.self) { try InvertedIndex(segments: [first, first]) }
  }

  @Test func passagesOfDocumentsAreFound() throws {
    let folder = try TemporaryFolder()
    let corpus = SampleCorpus(700, seed: 4)
    let segments = [
      try Segment(corpus.passages[..<300], at: folder.file("postings.1")),
      try Segment(corpus.passages[300...], at: folder.file("postings.2")),
    ]
    let index = try InvertedIndex(segments: segments, deleted: [corpus.passages[50].id])
    for documents: [Int64] in [[], [35], [0, 35, 215, 1 << 40], [-4, 10, 11, 495]] {
      let wanted = corpus.passages.indices.filter {
        documents.contains(corpus.passages[$0].document) && $0 != 50
      }
      var found: [Int] = []
      index.passages(ofDocuments: documents).visit { found.append($0) }
      #expect(found == wanted)
      #expect(index.passages { documents.contains($0) } == index.passages(ofDocuments: documents))
    }
  }

  @Test func termsOfAnyBytesAreFound() throws {
    let folder = try TemporaryFolder()
    let words = ["a", "aa", "ab", "b", "é", "水", "水边", "水面", "\u{1F30A}", "\u{7F}", "a\u{0}"]
    let passages = words.enumerated().map { number, word in
      SamplePassage(id: Int64(number), document: 0, place: 0, body: [word])
    }
    let index = try InvertedIndex(segments: [try Segment(passages, at: folder.file("postings.1"))])
    for (number, word) in words.enumerated() {
      #expect(index.top(9, index.query([TermElement(word)])).map(\.id) == [Int64(number)])
    }
    func prefix(_ term: String) -> Set<Int64> {
      let query = index.query([TermElement(term, isPrefix: true)])
      #expect(query.frequencies[0] == index.top(99, query).count)
      return Set(index.top(99, query).map(\.id))
    }
    #expect(prefix("a") == [0, 1, 2, 10])
    #expect(prefix("水") == [5, 6, 7])
    #expect(prefix("").count == words.count)
    #expect(prefix("c").isEmpty)
    #expect(prefix("\u{10FFFF}").isEmpty)
  }

  @Test func mergingIsBuildingInOneGo() throws {
    let folder = try TemporaryFolder()
    let corpus = SampleCorpus(4000, seed: 14)
    let cuts = [0, 100, 100, 2500, 4000]
    let segments = try (1..<cuts.count).map { number in
      try Segment(
        corpus.passages[cuts[number - 1]..<cuts[number]], at: folder.file("part.\(number)"))
    }
    var generator = SeededGenerator(3)
    let deleted = Set(corpus.passages.map(\.id).shuffled(using: &generator).prefix(700))
    let index = try InvertedIndex(segments: segments, deleted: deleted.sorted())
    try SegmentMerger(index).write(to: folder.file("merged"), generation: 3, content: 17)
    _ = try Segment(
      corpus.passages.filter { !deleted.contains($0.id) }, at: folder.file("whole"))
    let merged = try Data(contentsOf: URL(fileURLWithPath: folder.file("merged")))
    #expect(try merged == Data(contentsOf: URL(fileURLWithPath: folder.file("whole"))))
  }

  @Test func mergingNothingIsAnEmptyFile() throws {
    let folder = try TemporaryFolder()
    let corpus = SampleCorpus(20, seed: 14)
    let segment = try Segment(corpus.passages, at: folder.file("part"))
    let index = try InvertedIndex(segments: [segment], deleted: corpus.passages.map(\.id))
    #expect(index.count == 0)
    try SegmentMerger(index).write(to: folder.file("merged"), generation: 1, content: 1)
    let merged = try Segment(path: folder.file("merged"))
    try merged.verify()
    #expect((merged.count, merged.termCount, merged.postingCount) == (0, 0, 0))
  }

  @Test func filesThatCannotBeWrittenOrReadSaySo() throws {
    let folder = try TemporaryFolder()
    #expect(throws: SegmentError.self) { try Segment(path: folder.file("missing")) }
    #expect(throws: SegmentError.self) { try Segment(path: folder.path) }
    try Data().write(to: URL(fileURLWithPath: folder.file("empty")))
    #expect(throws: SegmentError.damagedHeader(path: folder.file("empty"))) {
      try Segment(path: folder.file("empty"))
    }
    let builder = SegmentBuilder()
    #expect(throws: SegmentError.self) {
      try builder.write(to: folder.file("no/folder"), generation: 1, content: 1)
    }
    try builder.write(to: folder.file("postings.1"), generation: 1, content: 1)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
        "empty", "postings.1",
      ])
  }
}
