import Foundation
import LinearAlgebra
import Testing
import VectorIndex

@Suite struct DamageTests {
  private func made(_ folder: Folder) throws -> (vectors: String, tokens: String, cells: String) {
    var sample = Sample(seed: 31)
    let tokens = (0..<300).map { row in
      (0..<(row % 4 * 5)).map { _ in UInt8(sample.index(below: 256)) }
    }
    let segment = try folder.segment(sample.units(300, 40), tokens: tokens)
    try segment.writeCells(to: folder.path("cells.1"))
    return (folder.path("vectors.1"), folder.path("tokens.1"), folder.path("cells.1"))
  }

  /// Everything that an index can be asked. Whatever the bytes are, this must end, with or without an error.
  private func use(_ vectors: String, _ tokens: String, _ cells: String) throws {
    let segment = try VectorSegment(vectors: vectors, tokens: tokens, cells: cells)
    let index = try VectorIndex(segments: [segment], deleted: IDSet([3, 4, 77]))
    let query = [Float](repeating: 0.1, count: 40)
    func attempt(_ body: () throws -> Void) {
      do { try body() } catch is VectorIndexError {} catch { Issue.record(error) }
    }
    for method in [SearchMethod.exact, .cells(probes: 500)] {
      attempt { _ = try index.nearest(500, to: query, method: method) }
      attempt {
        _ = try index.nearest(
          9, to: query, allowed: IDSet((0..<300).map { Int64($0 * 2) }), method: method)
      }
    }
    let ids = (0..<300).map { Int64($0) }
    attempt { _ = try index.nearest(9, toEach: Matrix(rows: 2, columns: 40)) }
    attempt { _ = try index.cosines(of: ids, to: query) }
    attempt { _ = try index.tokens(of: ids).largestSimilarities(to: Matrix(rows: 2, columns: 40)) }
    attempt { try segment.verify() }
  }

  @Test func everyChangedByteIsNoticedByVerify() throws {
    let folder = try Folder()
    let paths = try made(folder)
    var sample = Sample(seed: 32)
    for path in [paths.vectors, paths.tokens, paths.cells] {
      let whole = try Data(contentsOf: URL(filePath: path))
      for _ in 0..<100 {
        let place = sample.index(below: whole.count)
        try folder.edit(path) { $0[place] ^= UInt8(1 + sample.index(below: 255)) }
        #expect(throws: VectorIndexError.self, "byte \(place) of \(path)") {
          try VectorSegment(vectors: paths.vectors, tokens: paths.tokens, cells: paths.cells)
            .verify()
        }
        try whole.write(to: URL(filePath: path), options: .atomic)
      }
    }
    try use(paths.vectors, paths.tokens, paths.cells)
  }

  /// Damage after the header, which opening does not see: many bytes at once, so that numbers become large.
  @Test func damagedFilesEndNothing() throws {
    let folder = try Folder()
    let paths = try made(folder)
    var sample = Sample(seed: 33)
    for path in [paths.vectors, paths.tokens, paths.cells] {
      let whole = try Data(contentsOf: URL(filePath: path))
      for round in 0..<40 {
        try folder.edit(path) { data in
          let start = 512 + sample.index(below: data.count - 512)
          let end = round % 2 == 0 ? data.count : min(data.count, start + 64)
          for place in start..<end {
            data[place] = round % 4 < 2 ? 0xFF : UInt8(sample.index(below: 256))
          }
        }
        try use(paths.vectors, paths.tokens, paths.cells)
        try whole.write(to: URL(filePath: path), options: .atomic)
      }
    }
  }

  @Test func shorterAndLongerFilesAreNotOpened() throws {
    let folder = try Folder()
    let paths = try made(folder)
    for path in [paths.vectors, paths.tokens, paths.cells] {
      let whole = try Data(contentsOf: URL(filePath: path))
      for length in [0, 1, 511, 512, 513, whole.count / 2, whole.count - 1, whole.count + 1] {
        var data = whole.prefix(length)
        if length > whole.count { data.append(0) }
        try data.write(to: URL(filePath: path), options: .atomic)
        #expect(throws: VectorIndexError.self, "\(length) bytes of \(path)") {
          try VectorSegment(vectors: paths.vectors, tokens: paths.tokens, cells: paths.cells)
        }
      }
      try whole.write(to: URL(filePath: path), options: .atomic)
    }
  }

  /// Cut off in place while they are open: an error, not the end of the process.
  @Test func filesThatAreCutOffMeanwhile() throws {
    let folder = try Folder()
    let paths = try made(folder)
    let segment = try VectorSegment(
      vectors: paths.vectors, tokens: paths.tokens, cells: paths.cells)
    let index = try VectorIndex(segments: [segment])
    let query = [Float](repeating: 0.1, count: 40)
    for path in [paths.cells, paths.tokens, paths.vectors] {
      let handle = try FileHandle(forWritingTo: URL(filePath: path))
      try handle.truncate(atOffset: 600)
      try handle.close()
    }
    #expect(throws: VectorIndexError.self) { try index.nearest(5, to: query) }
    #expect(throws: VectorIndexError.self) { try index.nearest(5, to: query, method: .cells()) }
    #expect(throws: VectorIndexError.self) {
      try index.nearest(5, toEach: Matrix(rows: 1, columns: 40))
    }
    #expect(throws: VectorIndexError.self) { try index.cosines(of: [1, 2], to: query) }
    #expect(throws: VectorIndexError.self) { try index.vectors(of: [1, 2]) }
    #expect(throws: VectorIndexError.self) { try index.tokens(of: [1, 2]) }
    #expect(throws: VectorIndexError.self) { try segment.verify() }
    #expect(throws: VectorIndexError.self) { try segment.writeCells(to: folder.path("new")) }
  }

  @Test func missingFilesAndFolders() throws {
    let folder = try Folder()
    #expect(throws: VectorIndexError.self) { try VectorSegment(vectors: folder.path("none")) }
    #expect(throws: VectorIndexError.self) { try VectorSegment(vectors: folder.url.path) }
    let info = SegmentInfo(generation: 1, content: 1, dimensions: 2, fingerprint: "model")
    #expect(throws: VectorIndexError.self) {
      try VectorSegmentWriter(vectors: folder.path("none/vectors"), tokens: nil, info: info)
    }
  }
}
