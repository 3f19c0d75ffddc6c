import LinearAlgebra
import Testing
import VectorIndex

/// Several segments, deleted and allowed passages.
@Suite struct SegmentsTests {
  private struct Setup {
    let folder: Folder
    let index: VectorIndex
    let truth: BruteForce
    var sample: Sample
  }

  /// Three segments whose ids lie between each other's; some are deleted.
  private func setup(seed: UInt64, gap: Int) throws -> Setup {
    let folder = try Folder()
    var sample = Sample(seed: seed)
    var vectors: [Int64: [Float]] = [:]
    var segments: [VectorSegment] = []
    var next = Int64(-40)
    var rest = (0..<900).map { _ -> Int64 in
      next += Int64(1 + sample.index(below: gap))
      return next
    }
    for (generation, size) in [500, 300, 100].enumerated() {
      var ids: [Int64] = []
      for _ in 0..<size { ids.append(rest.remove(at: sample.index(below: rest.count))) }
      ids.sort()
      let values = sample.units(size, 40)
      for (id, vector) in zip(ids, values) { vectors[id] = vector }
      segments.append(try folder.segment(values, ids: ids, generation: generation))
    }
    let deleted = IDSet(vectors.keys.filter { $0 % 5 == 0 } + [9_999_999])
    let index = try VectorIndex(segments: segments, deleted: deleted)
    return Setup(
      folder: folder, index: index, truth: BruteForce(vectors.filter { $0.key % 5 != 0 }),
      sample: sample)
  }

  @Test(arguments: [1, 9, 100_000]) func equalsBruteForce(gap: Int) throws {
    var setup = try setup(seed: UInt64(gap), gap: gap)
    #expect(setup.index.count == setup.truth.vectors.count)
    for k in [1, 20, 400, 2000] {
      let query = setup.sample.unit(40)
      #expect(setup.truth.accepts(try setup.index.nearest(k, to: query), k, to: query))
    }
  }

  /// Filters that let most, some, few and no passages through.
  @Test(arguments: [1, 2, 30, 100, 100_000]) func allowsSome(one step: Int64) throws {
    var setup = try setup(seed: 8, gap: 3)
    let allowed = IDSet(setup.truth.vectors.keys.filter { $0 % step == 0 } + [123_456])
    for method in [SearchMethod.automatic, .exact, .cells()] {
      let query = setup.sample.unit(40)
      let found = try setup.index.nearest(25, to: query, allowed: allowed, method: method)
      #expect(setup.truth.accepts(found, 25, to: query) { $0 % step == 0 })
      let batch = try setup.index.nearest(
        25, toEach: Matrix(rows: 2, columns: 40, values: query + query), allowed: allowed,
        method: method)
      #expect(batch == [found, found])
    }
  }

  @Test func theNewestOfEqualIDsCounts() throws {
    let folder = try Folder()
    let old = try folder.segment([[1, 0], [0, 1], [1, 0]], ids: [1, 2, 3], generation: 1)
    let new = try folder.segment([[0, 1]], ids: [1], generation: 2)
    let index = try VectorIndex(segments: [old, new])
    #expect(index.count == 3)
    #expect(try index.nearest(9, to: [1, 0]).map(\.id) == [3, 1, 2])
    #expect(try index.cosines(of: [1], to: [1, 0]) == [0])
    // The id was given to another passage after the old one had gone.
    let reused = try VectorIndex([.init(old, deleted: IDSet([1, 2])), .init(new)])
    #expect(reused.count == 2)
    #expect(try reused.nearest(9, to: [0, 1]).map(\.id) == [1, 3])
    // The new row is gone: the old one shows again only if nobody says so of it.
    let gone = try VectorIndex(segments: [old, new], deleted: IDSet([1]))
    #expect(try gone.nearest(9, to: [1, 0]).map(\.id) == [3, 2])
  }

  @Test func segmentsOfOtherDimensions() throws {
    let folder = try Folder()
    let segments = [
      try folder.segment([[1, 0]], generation: 1), try folder.segment([[1]], generation: 2),
    ]
    #expect(throws: VectorIndexError.self) { try VectorIndex(segments: segments) }
  }

  @Test(arguments: [1, 50]) func mergingKeepsWhatIsNotDeleted(gap: Int) throws {
    var setup = try setup(seed: 11, gap: gap)
    let path = setup.folder.path("vectors.merged")
    let writer = try VectorSegmentWriter(
      vectors: path, tokens: nil,
      info: SegmentInfo(generation: 9, content: 6, dimensions: 40, fingerprint: "model"))
    try VectorSegment.merge(
      setup.index.parts.map { ($0.segment, $0.deleted) }, into: writer)
    try writer.finish()
    let merged = try VectorSegment(vectors: path)
    #expect(merged.count == setup.truth.vectors.count && merged.generation == 9)
    #expect(merged.isMade(with: "model") && !merged.isMade(with: "other"))
    try merged.verify()
    let index = try VectorIndex(segments: [merged])
    let query = setup.sample.unit(40)
    #expect(try index.nearest(2000, to: query) == (try setup.index.nearest(2000, to: query)))
  }

  @Test func mergingTakesTheNewestOfEqualIDs() throws {
    let folder = try Folder()
    let old = try folder.segment(
      [[1, 0], [2, 0], [3, 0], [4, 0]], ids: [1, 2, 3, 4], tokens: [[1], [1, 2], [3], []],
      generation: 1)
    let new = try folder.segment(
      [[5, 0], [6, 0], [7, 0]], ids: [2, 3, 9], tokens: [[7, 8, 9], [], [5]], generation: 2)
    let writer = try VectorSegmentWriter(
      vectors: folder.path("v"), tokens: folder.path("t"),
      info: SegmentInfo(generation: 3, content: 1, dimensions: 2, fingerprint: "model"))
    try VectorSegment.merge([(old, IDSet([4])), (new, IDSet([9]))], into: writer)
    try writer.finish()
    let merged = try VectorSegment(vectors: folder.path("v"), tokens: folder.path("t"))
    try merged.verify()
    let index = try VectorIndex(segments: [merged])
    #expect(try index.vectors(of: [1, 2, 3]).values == [1, 0, 5, 0, 6, 0])
    #expect(index.count == 3)
    let tokens = try index.tokens(of: [2, 3, 1])
    #expect(tokens.ranges.map { $0.map { Array(tokens.bytes[$0]) } } == [[7, 8, 9], [], [1]])
  }
}
