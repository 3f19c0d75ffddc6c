import LinearAlgebra
import Testing
import VectorIndex

@Suite struct SegmentWriterTests {
  private let info = SegmentInfo(generation: 7, content: 3, dimensions: 9, fingerprint: "model")

  @Test func tokensComeBack() throws {
    let folder = try Folder()
    var sample = Sample(seed: 41)
    let tokens = (0..<400).map { row in
      (0..<(row * 7 % 5 * 2)).map { _ in UInt8(sample.index(below: 256)) }
    }
    let segment = try folder.segment(
      sample.units(400, 9), ids: (0..<400).map { $0 * 3 }, tokens: tokens)
    #expect(segment.hasTokens && segment.ids == 0...1197 && segment.content == 5)
    try segment.verify()
    let index = try VectorIndex(segments: [segment], deleted: IDSet([9]))
    let wanted: [Int64] = [300, 0, 1, 9, 3, 1197, 300]
    let found = try index.tokens(of: wanted)
    let expected = wanted.map { $0 % 3 == 0 && $0 != 9 ? tokens[Int($0) / 3] : nil }
    #expect(found.ranges.map { $0.map { Array(found.bytes[$0]) } } == expected)
    let queries = Matrix(rows: 2, columns: 9, values: sample.unit(9) + sample.unit(9))
    let groups = expected.map {
      SignCodes(rows: ($0 ?? []).count / 2, columns: 9, bytes: $0 ?? [])
    }
    #expect(
      found.largestSimilarities(to: queries) == SignCodes.largestSimilarities(groups, to: queries))
  }

  @Test func noTokens() throws {
    let folder = try Folder()
    let index = try VectorIndex(segments: [folder.segment([[1, 0], [0, 1]])])
    let found = try index.tokens(of: [1, 5])
    #expect(found.bytes.isEmpty && found.ranges == [0..<0, nil])
  }

  @Test func rejectsWhatDoesNotFit() throws {
    let folder = try Folder()
    let writer = try VectorSegmentWriter(
      vectors: folder.path("v"), tokens: folder.path("t"), info: info)
    let vector = [Float](repeating: 1, count: 9)
    let (short, token, part): ([Float], [UInt8], [UInt8]) = ([1, 2], [1, 2], [1])
    try writer.append(id: 5, vector: vector.span, tokens: token.span)
    #expect(throws: VectorIndexError.self) { try writer.append(id: 5, vector: vector.span) }
    #expect(throws: VectorIndexError.self) { try writer.append(id: 4, vector: vector.span) }
    #expect(throws: VectorIndexError.self) { try writer.append(id: 6, vector: short.span) }
    #expect(throws: VectorIndexError.self) {
      try writer.append(id: 6, vector: vector.span, tokens: part.span)
    }
    #expect(writer.count == 1)
    try writer.finish()
    #expect(try VectorSegment(vectors: folder.path("v"), tokens: folder.path("t")).count == 1)
    #expect(throws: VectorIndexError.self) {
      var wide = info
      wide.dimensions = 1 << 20
      _ = try VectorSegmentWriter(vectors: folder.path("w"), tokens: nil, info: wide)
    }
  }

  @Test func whatIsNotFinishedIsRemoved() throws {
    let folder = try Folder()
    do {
      let writer = try VectorSegmentWriter(
        vectors: folder.path("v"), tokens: folder.path("t"), info: info)
      let vector = [Float](repeating: 1, count: 9)
      try writer.append(id: 1, vector: vector.span)
      #expect(try folder.names == ["t.new", "v.new"])
    }
    #expect(try folder.names == [])
  }

  @Test func tokensOfOtherVectors() throws {
    let folder = try Folder()
    let one = try folder.segment([[1, 0]], tokens: [[1]], generation: 1)
    _ = try folder.segment([[0, 1]], tokens: [[1]], generation: 2)
    #expect(throws: VectorIndexError.self) {
      try VectorSegment(vectors: one.path, tokens: folder.path("tokens.2"))
    }
    #expect(throws: VectorIndexError.self) { try VectorSegment(vectors: folder.path("tokens.1")) }
  }

  /// More than a buffer and more than a part of a file.
  @Test func largeFiles() throws {
    let folder = try Folder()
    var sample = Sample(seed: 42)
    let vectors = (0..<6000).map { _ in sample.unit(200) }
    let tokens = (0..<6000).map { row in [UInt8](repeating: UInt8(row % 251), count: row % 40 * 25)
    }
    let segment = try folder.segment(vectors, tokens: tokens)
    try segment.verify()
    let index = try VectorIndex(segments: [segment])
    let ids = (0..<2000).map { Int64($0 * 3) }
    let stored = try index.vectors(of: ids)
    #expect(ids.indices.allSatisfy { stored.vector($0).map(Array.init) == vectors[Int(ids[$0])] })
    let found = try index.tokens(of: ids)
    #expect(found.ranges.map { $0.map { Array(found.bytes[$0]) } } == ids.map { tokens[Int($0)] })
  }
}
