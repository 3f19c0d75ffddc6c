import LinearAlgebra
import Testing
import VectorIndex

@Suite struct ExactSearchTests {
  /// Dimensions that fill registers and that do not; several chunks of rows.
  @Test(arguments: [1, 7, 16, 33, 384], [0, 1, 5, 3000])
  func equalsBruteForce(dimensions: Int, rows: Int) throws {
    let folder = try Folder()
    var sample = Sample(seed: UInt64(dimensions * 10 + rows))
    let vectors = sample.units(rows, dimensions)
    let index = try VectorIndex(segments: [folder.segment(vectors, dimensions: dimensions)])
    let truth = BruteForce(
      Dictionary(uniqueKeysWithValues: vectors.enumerated().map { (Int64($0), $1) }))
    #expect(index.count == rows)
    for k in [0, 1, 10, 700, 5000] {
      let query = sample.unit(dimensions)
      #expect(truth.accepts(try index.nearest(k, to: query), k, to: query), "k \(k)")
    }
  }

  @Test func largeMatricesAreSharedByTheCores() throws {
    let folder = try Folder()
    var sample = Sample(seed: 3)
    let vectors = sample.units(9000, 96)
    let index = try VectorIndex(segments: [folder.segment(vectors)])
    let truth = BruteForce(
      Dictionary(uniqueKeysWithValues: vectors.enumerated().map { (Int64($0), $1) }))
    for _ in 0..<5 {
      let query = sample.unit(96)
      #expect(truth.accepts(try index.nearest(50, to: query), 50, to: query))
    }
  }

  @Test func equalScoresAreOrderedByID() throws {
    let folder = try Folder()
    var sample = Sample(seed: 4)
    let few = sample.units(3, 20)
    // Rows at other places of blocks and chunks, in two segments.
    let older = (0..<2000).map { few[$0 % 3] }
    let newer = (0..<100).map { few[$0 % 3] }
    let ids = (0..<100).map { Int64($0 * 50 + 1) }
    let index = try VectorIndex(segments: [
      folder.segment(older, ids: (0..<2000).map { Int64($0 * 2 + 2) }),
      folder.segment(newer, ids: ids, generation: 2),
    ])
    let found = try index.nearest(1500, to: few[1])
    let best = found.prefix { $0.cosine == found[0].cosine }
    var expected: [Int64] = []
    for row in 0..<2000 where row % 3 == 1 { expected.append(Int64(row * 2 + 2)) }
    for row in 0..<100 where row % 3 == 1 { expected.append(Int64(row * 50 + 1)) }
    #expect(best.map(\.id) == expected.sorted())
  }

  @Test(arguments: [1, 3, 32, 70]) func batchesFindTheSame(queries count: Int) throws {
    let folder = try Folder()
    var sample = Sample(seed: 5)
    var vectors = sample.units(2500, 48)
    // Products that differ in nothing, and in the last bits only.
    for row in 0..<600 { vectors[row * 4] = vectors[0] }
    let index = try VectorIndex(segments: [folder.segment(vectors)])
    let queries = sample.units(count - 1, 48) + [vectors[0]]
    let found = try index.nearest(
      40, toEach: Matrix(rows: count, columns: 48, values: queries.flatMap(\.self)))
    #expect(found.count == count)
    for (query, result) in zip(queries, found) {
      #expect(result == (try index.nearest(40, to: query)))
    }
  }

  @Test func cosinesAreThoseOfTheSearch() throws {
    let folder = try Folder()
    var sample = Sample(seed: 6)
    let vectors = sample.units(500, 100)
    let ids = (0..<500).map { Int64($0 * $0 - 1000) }
    let index = try VectorIndex(
      segments: [folder.segment(vectors, ids: ids)], deleted: IDSet([ids[7]]))
    let query = sample.unit(100)
    let found = try index.nearest(500, to: query)
    #expect(found.count == 499 && index.count == 499)
    let cosines = try index.cosines(of: found.map(\.id) + [ids[7], 5, .max, .min], to: query)
    #expect(cosines == found.map(\.cosine) + [nil, nil, nil, nil])
    let stored = try index.vectors(of: [ids[3], 5, ids[400]])
    #expect(stored.vector(0).map(Array.init) == vectors[3])
    #expect(stored.vector(1) == nil)
    #expect(stored.vector(2).map(Array.init) == vectors[400])
  }

  @Test func rejectsAQueryOfOtherDimensions() throws {
    let folder = try Folder()
    let index = try VectorIndex(segments: [folder.segment([[1, 0, 0]])])
    #expect(throws: VectorIndexError.self) { try index.nearest(1, to: [1, 0]) }
    #expect(throws: VectorIndexError.self) {
      try index.nearest(1, toEach: Matrix(rows: 1, columns: 4))
    }
    #expect(throws: VectorIndexError.self) { try index.cosines(of: [0], to: []) }
  }

  @Test func noSegmentsAndWhatIsNoNumber() throws {
    let none = try VectorIndex(segments: [])
    #expect(none.count == 0)
    #expect(try none.nearest(5, to: [1, 2]).isEmpty)
    #expect(try none.cosines(of: [1], to: [1]) == [nil])
    let folder = try Folder()
    let index = try VectorIndex(segments: [folder.segment([[.nan, 1], [1, 0], [.infinity, 0]])])
    #expect(try index.nearest(5, to: [0.5, 0.5]).map(\.id) == [2, 1])
    #expect(try index.nearest(5, to: [.nan, 0]).isEmpty)
  }
}
