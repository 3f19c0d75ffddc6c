import Foundation
import InvertedIndex
import Testing

/// Searches agree with the definition of scores, to the last bit.
struct SearchTests {
  private static func elements(_ generator: inout SeededGenerator) -> [TermElement] {
    var elements: [TermElement] = []
    for _ in 0..<Int.random(in: 1...12, using: &generator) {
      let word = SampleCorpus.word(400, &generator)
      let isPrefix = Int.random(in: 0..<6, using: &generator) == 0
      let element = TermElement(
        isPrefix ? String(word.prefix(2)) : word, isPrefix: isPrefix,
        count: Int.random(in: 1...3, using: &generator))
      if !elements.contains(where: { $0.term == element.term && $0.isPrefix == isPrefix }) {
        elements.append(element)
      }
    }
    if Int.random(in: 0..<4, using: &generator) == 0 { elements.append(TermElement("often")) }
    if Int.random(in: 0..<4, using: &generator) == 0 { elements.append(TermElement("nowhere")) }
    return elements
  }

  /// Cuts passages into segments, and takes out some of them.
  private func index(
    _ corpus: SampleCorpus, cuts: [Int], deletions: Int, seed: UInt64, in folder: TemporaryFolder
  ) throws -> (InvertedIndex, BruteForce) {
    var generator = SeededGenerator(seed)
    var segments: [Segment] = []
    var start = 0
    for (number, end) in (cuts + [corpus.passages.count]).enumerated() {
      segments.append(
        try Segment(corpus.passages[start..<end], at: folder.file("postings.\(number)")))
      start = end
    }
    let deleted = Set(corpus.passages.map(\.id).shuffled(using: &generator).prefix(deletions))
    let index = try InvertedIndex(segments: segments, deleted: deleted.sorted() + [Int64.max])
    return (index, BruteForce(passages: corpus.passages.filter { !deleted.contains($0.id) }))
  }

  private func expectEqual(
    _ found: [PassageMatch], _ wanted: ArraySlice<(id: Int64, score: Double, coverage: Double)>,
    _ note: String
  ) {
    #expect(found.map(\.id) == wanted.map(\.id), "\(note)")
    #expect(found.map(\.score) == wanted.map(\.score), "\(note)")
    #expect(found.map(\.coverage) == wanted.map(\.coverage), "\(note)")
  }

  @Test(arguments: [
    (300, [Int](), 0), (300, [120], 30), (4000, [], 0), (5000, [1000, 1000, 4990], 500),
  ])
  func everyWayFindsWhatTheDefinitionSays(count: Int, cuts: [Int], deletions: Int) throws {
    let folder = try TemporaryFolder()
    let corpus = SampleCorpus(count, seed: UInt64(count))
    let (index, force) = try index(
      corpus, cuts: cuts, deletions: deletions, seed: 5, in: folder)
    #expect(index.count == force.passages.count)
    #expect(index.average == force.average)
    #expect(index.allIDs == force.passages.map(\.id))
    var generator = SeededGenerator(UInt64(count) * 7)
    for _ in 0..<12 {
      let elements = Self.elements(&generator)
      let query = index.query(elements)
      #expect(query.frequencies == elements.map(force.frequency(of:)))
      #expect(query.rarities == elements.map(force.rarity(of:)))
      let ranking = force.ranking(elements)
      for k in [1, 10, 100, 1000, count + 5] {
        for method in InvertedIndex.Method.allCases {
          let found = index.top(k, query, method: method)
          expectEqual(found, ranking.prefix(k), "\(method) \(k) \(elements)")
        }
      }
    }
  }

  @Test func scoresOfSinglePassagesAreThoseOfASearch() throws {
    let folder = try TemporaryFolder()
    let corpus = SampleCorpus(3000, seed: 8)
    let (index, force) = try index(corpus, cuts: [700], deletions: 200, seed: 6, in: folder)
    var generator = SeededGenerator(9)
    for _ in 0..<8 {
      let elements = Self.elements(&generator)
      let ranking = Dictionary(
        uniqueKeysWithValues: force.ranking(elements).map { ($0.id, ($0.score, $0.coverage)) })
      let ids = (0..<9000).shuffled(using: &generator).prefix(500).map { Int64($0) }.sorted()
      let (scores, coverage) = index.scores(of: ids, index.query(elements))
      #expect(scores == ids.map { ranking[$0]?.0 ?? 0 })
      #expect(coverage == ids.map { ranking[$0]?.1 ?? 0 })
    }
  }

  @Test(arguments: [3, 400, 2500, 5000])
  func onlyAllowedPassagesAreFound(allowed: Int) throws {
    let folder = try TemporaryFolder()
    let corpus = SampleCorpus(6000, seed: 18)
    let (index, force) = try index(corpus, cuts: [2500], deletions: 300, seed: 3, in: folder)
    var generator = SeededGenerator(19)
    let ids = Set(corpus.passages.map(\.id).shuffled(using: &generator).prefix(allowed))
    let set = index.passages(withIDs: ids.sorted())
    for _ in 0..<8 {
      let elements = Self.elements(&generator)
      let ranking = force.ranking(elements).filter { ids.contains($0.id) }
      for k in [1, 10, 1000] {
        for method in InvertedIndex.Method.allCases {
          let found = index.top(k, index.query(elements), isAllowed: set, method: method)
          expectEqual(found, ranking.prefix(k), "\(method) \(k) \(elements)")
        }
      }
    }
  }

  /// Bounds were computed with another average: they still hold nothing back.
  @Test(arguments: [1.0, 5, 33, 200, 5000])
  func anotherAverageLosesNothing(average: Double) throws {
    let folder = try TemporaryFolder()
    let corpus = SampleCorpus(5000, seed: 21)
    let segment = try Segment(corpus.passages, at: folder.file("postings.1"), average: average)
    let index = try InvertedIndex(segments: [segment])
    let force = BruteForce(passages: corpus.passages)
    var generator = SeededGenerator(22)
    for _ in 0..<8 {
      let elements = Self.elements(&generator)
      let ranking = force.ranking(elements)
      for k in [1, 10, 300] {
        let found = index.top(k, index.query(elements), method: .pruned)
        expectEqual(found, ranking.prefix(k), "\(k) \(elements)")
      }
    }
  }

  @Test func otherParametersAreRight() throws {
    let folder = try TemporaryFolder()
    let corpus = SampleCorpus(5000, seed: 31)
    let segment = try Segment(corpus.passages, at: folder.file("postings.1"))
    let index = try InvertedIndex(segments: [segment])
    var force = BruteForce(passages: corpus.passages)
    force.parameters = BM25Parameters(k1: 2, b: 0.2, title: 2, heading: 0, body: 0.5)
    let elements = [TermElement("w3"), TermElement("w50", count: 2), TermElement("w200")]
    let found = index.top(20, index.query(elements), parameters: force.parameters)
    expectEqual(found, force.ranking(elements).prefix(20), "")
  }

  /// All passages score the same: the lowest ids are the best.
  @Test func equalScoresAreOrderedById() throws {
    let folder = try TemporaryFolder()
    let passages = (0..<9000).map { number in
      SamplePassage(
        id: Int64(number * 2), document: 1, place: number,
        body: ["every", number % 3 == 0 ? "third" : "other"])
    }
    let index = try InvertedIndex(
      segments: [try Segment(passages, at: folder.file("postings.1"))], deleted: [2])
    for k in [1, 10, 1000] {
      let found = index.top(k, index.query([TermElement("every")]), method: .pruned)
      let lowest: [Int64] = [0] + (2..<(k + 1)).map { Int64($0 * 2) }
      #expect(found.map(\.id) == lowest)
    }
    let thirds = index.top(3, index.query([TermElement("every"), TermElement("third")]))
    #expect(thirds.map(\.id) == [0, 6, 12])
  }

  @Test func nothingIsFoundWhereThereIsNothing() throws {
    let folder = try TemporaryFolder()
    let empty = try Segment([SamplePassage](), at: folder.file("postings.1"))
    for segments in [[], [empty]] {
      let index = try InvertedIndex(segments: segments)
      #expect(index.count == 0)
      #expect(index.average == 1)
      let query = index.query([TermElement("w1"), TermElement("", isPrefix: true)])
      for method in InvertedIndex.Method.allCases {
        #expect(index.top(10, query, method: method).isEmpty)
      }
      #expect(index.scores(of: [1, 2], query).scores == [0, 0])
      #expect(index.ordinal(of: 1) == nil)
    }
    let some = try Segment(SampleCorpus(10, seed: 1).passages, at: folder.file("postings.2"))
    let index = try InvertedIndex(segments: [some])
    #expect(index.top(10, index.query([])).isEmpty)
    #expect(index.top(0, index.query([TermElement("w1")])).isEmpty)
  }
}
