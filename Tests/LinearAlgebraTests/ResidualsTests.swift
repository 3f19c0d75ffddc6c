import Foundation
import LinearAlgebra
import Testing

/// What is kept of rows in cells, through a file.
@Suite struct ResidualsTests {
  private struct Setup {
    let file: MappedFile
    let rows: MatrixView
    let centres: Matrix
    let places: [UInt32]
    let blocks: SignBlocks
    let halfBytes: HalfByteRows
    let codes: CodeRows
  }

  private func setup(_ columns: Int) throws -> Setup {
    let rows = MatrixView(
      Matrix(rows: 90, columns: columns, values: Sample.floats(90 * columns, scale: 1)))
    let centres = Matrix(
      rows: 2, columns: columns, values: Sample.floats(2 * columns, scale: 0.3, seed: 5))
    // Three blocks; some places are empty.
    let places = (0..<96).map { $0 % 16 == 5 ? UInt32.max : UInt32(($0 * 7) % 90) }
    let kept = rows.residuals(of: places, from: centres, centre: (0..<96).map { $0 < 64 ? 0 : 1 })
    let codes = CodeRows.Rounded(centres)
    var data = Data(kept.blocks)
    let halfBytes = data.count
    data += kept.halfBytes
    let scales = data.count
    kept.scales.withUnsafeBytes { data.append(contentsOf: $0) }
    data += Data(repeating: 0, count: (64 - data.count % 64) % 64)
    let codeStart = data.count
    data += codes.codes
    let codeScales = data.count
    codes.scales.withUnsafeBytes { data.append(contentsOf: $0) }
    let url = FileManager.default.temporaryDirectory.appending(path: "rows-\(UUID().uuidString)")
    try data.write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let file = try MappedFile(path: url.path)
    return Setup(
      file: file, rows: rows, centres: centres, places: places,
      blocks: try #require(SignBlocks(file: file, offset: 0, blocks: 3, columns: columns)),
      halfBytes: try #require(
        HalfByteRows(file: file, codes: halfBytes, scales: scales, rows: 96, columns: columns)),
      codes: try #require(
        CodeRows(
          file: file, codes: codeStart, scales: codeScales, rows: 2, columns: columns)))
  }

  private func difference(_ setup: Setup, _ place: Int) -> [Float] {
    let centre = Array(setup.centres[row: place < 64 ? 0 : 1])
    return setup.rows.withRow(Int(setup.places[place])) { row in
      row.indices.map { row[$0] - centre[$0] }
    }
  }

  /// 2,100 columns are more than sums of 16 bits hold.
  @Test(arguments: [1, 8, 20, 384, 2100], KernelLevel.supported)
  func estimatesFromSigns(columns: Int, level: KernelLevel) throws {
    let setup = try setup(columns)
    let query = Sample.floats(columns, scale: 0.2, seed: 8)
    var found = Shortlist(96)
    let runs = [
      SignBlocks.Run(block: 2, count: 30, base: 0.5), SignBlocks.Run(block: 0, count: 64, base: 0),
    ]
    setup.blocks.offer(runs[...], to: &found, .init(query), level: level)
    #expect(found.kept.count == 94)
    for entry in found.kept where setup.places[entry.index] != .max {
      let difference = difference(setup, entry.index)
      let size = difference.reduce(0) { $0 + abs($1) }
      let square = difference.reduce(0) { $0 + $1 * $1 }
      let sum = zip(difference, query).reduce(Float(0)) { $0 + ($1.0 < 0 ? -$1.1 : $1.1) }
      let expected = (entry.index < 64 ? 0 : 0.5) + sum * square / size
      // Sums of four numbers are rounded to 127ths of the largest one.
      let slack = square / size * 0.8 / 127 * Float(columns / 4 + 1).squareRoot() * 2 + 1e-5
      #expect(abs(entry.score - expected) < slack, "place \(entry.index)")
    }
    if level != .portable {
      var portable = Shortlist(96)
      setup.blocks.offer(runs[...], to: &portable, .init(query), level: .portable)
      #expect(Set(portable.kept) == Set(found.kept))
    }
    var even = Shortlist(96)
    setup.blocks.offer(runs[...], to: &even, .init(query), level: level) { $0 % 2 == 0 }
    #expect(Set(even.kept) == Set(found.kept.filter { $0.index % 2 == 0 }))
  }

  @Test(arguments: [1, 8, 33, 64, 384, 2100], KernelLevel.supported)
  func productsOfFourBits(columns: Int, level: KernelLevel) throws {
    let setup = try setup(columns)
    let query = Sample.floats(columns, scale: 0.2, seed: 8)
    let places = (0..<96).filter { setup.places[$0] != .max }.map { UInt32($0) }.reversed()
    var scores = places.map { $0 < 64 ? Float(0.25) : -1 }
    setup.halfBytes.addProducts(.init(query), at: Array(places), to: &scores, level: level)
    for (place, score) in zip(places, scores) {
      let difference = difference(setup, Int(place))
      let product = zip(difference, query).reduce(Float(0)) { $0 + $1.0 * $1.1 }
      let step = difference.reduce(0) { max($0, abs($1)) } / 7
      let slack = step * 0.2 * Float(columns).squareRoot() + 0.01 * Float(columns).squareRoot()
      #expect(abs(score - (place < 64 ? 0.25 : -1) - product) < slack, "place \(place)")
    }
    var portable = places.map { $0 < 64 ? Float(0.25) : -1 }
    setup.halfBytes.addProducts(.init(query), at: Array(places), to: &portable, level: .portable)
    #expect(scores == portable)
    let products = setup.codes.products(.init(query), level: level)
    #expect(products == setup.codes.products(.init(query), level: .portable))
    for row in 0..<2 {
      let exact = zip(setup.centres[row: row], query).reduce(Float(0)) { $0 + $1.0 * $1.1 }
      #expect(abs(products[row] - exact) < 0.001 * Float(columns).squareRoot() + 1e-4)
    }
  }

  @Test func filesThatAreTooShort() throws {
    let file = try setup(16).file
    #expect(SignBlocks(file: file, offset: 0, blocks: 1 << 40, columns: 16) == nil)
    #expect(SignBlocks(file: file, offset: file.count + 64, blocks: 0, columns: 16) == nil)
    #expect(HalfByteRows(file: file, codes: 0, scales: file.count, rows: 1, columns: 16) == nil)
    #expect(CodeRows(file: file, codes: 64, scales: 0, rows: .max, columns: 16) == nil)
  }
}
