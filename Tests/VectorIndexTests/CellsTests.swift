import Foundation
import LinearAlgebra
import Testing
import VectorIndex

@Suite struct CellsTests {
  private func recall(
    _ index: VectorIndex, _ queries: [[Float]], k: Int, _ method: SearchMethod
  ) throws -> Double {
    var found = 0
    for query in queries {
      let truth = Set(try index.nearest(k, to: query, method: .exact).map(\.id))
      let neighbours = try index.nearest(k, to: query, method: method)
      #expect(neighbours.count == k && Set(neighbours.map(\.id)).count == k)
      found += neighbours.count { truth.contains($0.id) }
    }
    return Double(found) / Double(k * queries.count)
  }

  @Test func findAlmostAll() throws {
    let folder = try Folder()
    var sample = Sample(seed: 21)
    let vectors = sample.clustered(20_000, 64, themes: 150)
    let segment = try folder.withCells(
      try folder.segment(vectors), options: CellOptions(sampleRowsPerCell: 20, iterations: 4))
    try segment.verify()
    #expect(segment.cellCount == 565)
    let index = try VectorIndex(segments: [segment])
    let queries = sample.clustered(40, 64, themes: 150)
    #expect(try recall(index, queries, k: 10, .cells()) > 0.98)
    #expect(try recall(index, queries, k: 1000, .cells()) > 0.95)
    let few = try recall(index, queries, k: 10, .cells(probes: 3))
    let more = try recall(index, queries, k: 10, .cells(probes: 60))
    #expect(few < more && few > 0.05)
    // Cosines are exact.
    let query = queries[0]
    let found = try index.nearest(10, to: query, method: .cells())
    #expect(try index.cosines(of: found.map(\.id), to: query) == found.map(\.cosine))
    // Up to 100,000 rows the automatic method compares all.
    #expect(
      try index.nearest(10, to: query) == (try index.nearest(10, to: query, method: .exact)))
    // Batches find the same.
    let some = queries.prefix(5)
    let batch = try index.nearest(
      10, toEach: Matrix(rows: 5, columns: 64, values: some.flatMap(\.self)), method: .cells())
    for (query, result) in zip(some, batch) {
      #expect(result == (try index.nearest(10, to: query, method: .cells())))
    }
  }

  @Test func filtersAndDeletions() throws {
    let folder = try Folder()
    var sample = Sample(seed: 22)
    let vectors = sample.clustered(6000, 48, themes: 60)
    let segment = try folder.withCells(try folder.segment(vectors))
    let deleted = IDSet((0..<6000).filter { $0 % 7 == 0 }.map { Int64($0) })
    let extra = try folder.segment(
      sample.clustered(50, 48, themes: 60), ids: (0..<50).map { 9000 + $0 }, generation: 2)
    let index = try VectorIndex(segments: [segment, extra], deleted: deleted)
    for step in [1, 3, 20] {
      let allowed = IDSet((0..<10_000).filter { $0 % step == 0 }.map { Int64($0) })
      var found = 0
      for query in sample.clustered(20, 48, themes: 60) {
        let truth = try index.nearest(10, to: query, allowed: allowed, method: .exact)
        let result = try index.nearest(10, to: query, allowed: allowed, method: .cells())
        #expect(result.allSatisfy { $0.id % Int64(step) == 0 && !deleted.contains($0.id) })
        found += Set(truth).intersection(result).count
      }
      #expect(found > 190, "one of \(step)")
    }
  }

  /// All rows alike, fewer rows than usual cells, rows without a direction.
  @Test func degenerateRows() throws {
    let folder = try Folder()
    var sample = Sample(seed: 23)
    let one = sample.unit(20)
    let kinds: [[[Float]]] = [
      Array(repeating: one, count: 3000), sample.units(3, 20), [one],
      Array(repeating: [Float](repeating: 0, count: 20), count: 50) + sample.units(50, 20),
      sample.units(40, 20) + [[Float](repeating: .nan, count: 20)],
    ]
    for (generation, vectors) in kinds.enumerated() {
      let segment = try folder.withCells(try folder.segment(vectors, generation: generation))
      try segment.verify()
      let index = try VectorIndex(segments: [segment])
      let all = SearchMethod.cells(probes: .max)
      let found = try index.nearest(vectors.count, to: one, method: all)
      #expect(found == (try index.nearest(vectors.count, to: one, method: .exact)))
      #expect(try index.nearest(5, to: [Float](repeating: 0, count: 20), method: all).count >= 1)
    }
    let empty = try folder.segment([], generation: 99)
    #expect(throws: VectorIndexError.self) { try empty.writeCells(to: folder.path("cells.99")) }
  }

  /// Widths beyond what sums of 16 bits hold too.
  @Test(arguments: [1, 9, 100, 2100]) func anyDimensions(_ dimensions: Int) throws {
    let folder = try Folder()
    var sample = Sample(seed: 24)
    let vectors = sample.units(300, dimensions)
    let segment = try folder.withCells(try folder.segment(vectors))
    let index = try VectorIndex(segments: [segment])
    for query in sample.units(5, dimensions) {
      let exact = try index.nearest(10, to: query, method: .exact)
      let found = try index.nearest(10, to: query, method: .cells(probes: .max))
      // In one dimension half of the rows are equal.
      #expect(found.map(\.cosine) == exact.map(\.cosine))
      #expect(found == exact || dimensions == 1)
    }
  }

  @Test func sameRowsAndSeedGiveTheSameFile() throws {
    let folder = try Folder()
    var sample = Sample(seed: 25)
    let segment = try folder.segment(sample.clustered(3000, 32, themes: 40))
    for (name, seed) in [("a", 1), ("b", 1), ("c", 2)] as [(String, UInt64)] {
      try segment.writeCells(to: folder.path(name), options: CellOptions(seed: seed))
    }
    let files = try ["a", "b", "c"].map { try Data(contentsOf: URL(filePath: folder.path($0))) }
    #expect(files[0] == files[1] && files[0] != files[2])
  }

  @Test func belongToTheirVectors() throws {
    let folder = try Folder()
    var sample = Sample(seed: 26)
    let first = try folder.segment(sample.units(100, 16), generation: 1)
    let second = try folder.segment(sample.units(100, 16), generation: 2)
    try first.writeCells(to: folder.path("cells"))
    #expect(throws: VectorIndexError.self) {
      try VectorSegment(vectors: second.path, cells: folder.path("cells"))
    }
  }
}
