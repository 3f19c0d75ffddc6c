import Foundation
import LinearAlgebra
import VectorIndex

/// How long searches over vectors take, beside what memory and OpenBLAS allow, and how much of the exact
/// result the cells find.
///
///     footnote-speed vectors ROWS.f32 QUERIES.f32 [--dimensions 384] [--queries 200] [--folder DIR]
///         [--probes 1,2,5] [--no-cells]
///
/// Both files are rows of 32-bit floats, little-endian, without a header. Prints one JSON object; times are
/// milliseconds. Segment and cells are written to the folder, which is kept where it is named.
struct VectorSpeed {
  let rowsPath: String
  let queriesPath: String
  let dimensions: Int
  let queryCount: Int
  let folder: URL
  /// Shares of the cells, in percent.
  let probes: [Double]
  let hasCells: Bool

  init(_ arguments: [String]) throws {
    var values: [String: String] = [:]
    var paths: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--no-cells" {
        values[argument] = ""
      } else if argument.hasPrefix("--") {
        values[argument] = rest.popFirst()
      } else {
        paths.append(argument)
      }
    }
    guard paths.count == 2 else { throw Failure("two files of floats are needed") }
    (rowsPath, queriesPath) = (paths[0], paths[1])
    dimensions = values["--dimensions"].flatMap { Int($0) } ?? 384
    queryCount = values["--queries"].flatMap { Int($0) } ?? 200
    folder = URL(filePath: values["--folder"] ?? NSTemporaryDirectory() + "vector-speed")
    probes = (values["--probes"] ?? "2,5,10,20,30,40,60").split(separator: ",").compactMap {
      Double($0)
    }
    hasCells = values["--no-cells"] == nil
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
      self.description = description
    }
  }

  static func run(_ arguments: [String]) throws {
    let report = try VectorSpeed(arguments).run()
    print(
      String(
        decoding: try JSONSerialization.data(withJSONObject: report, options: .sortedKeys),
        as: UTF8.self))
  }

  private func run() throws -> [String: Any] {
    let file = try MappedFile(path: rowsPath)
    let source = MatrixView(
      file: file, offset: 0, rows: file.count / dimensions / 4, columns: dimensions)
    let queries = try self.queries()
    let (segment, writing) = try self.segment(source, cells: false)
    let index = try VectorIndex(segments: [segment])
    var result: [String: Any] = [
      "rows": segment.count, "dimensions": dimensions, "queries": queries.count,
      "cores": Parallel.cores, "writing_ms": writing,
    ]
    result["opening_ms"] = try Timing.median(21) {
      _ = try VectorSegment(vectors: segment.path)
    }
    result["limits"] = limits(source, queries)
    result["exact"] = try exact(index, queries)
    result["passages"] = try passages(index, queries)
    if hasCells { result["cells"] = try cells(source, queries, exact: index) }
    result["limits_again"] = limits(source, queries)
    return result
  }

  private func queries() throws -> [[Float]] {
    let file = try MappedFile(path: queriesPath)
    let view = MatrixView(
      file: file, offset: 0, rows: file.count / dimensions / 4, columns: dimensions)
    return (0..<min(queryCount, view.rows)).map { row in
      view.withRow(row) { values in values.indices.map { values[$0] } }
    }
  }

  /// Writes the segment where it is not there yet.
  private func segment(
    _ source: MatrixView, cells: Bool
  ) throws -> (segment: VectorSegment, milliseconds: Double) {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "vectors.\(source.rows)").path
    if let known = try? VectorSegment(vectors: path), known.count == source.rows {
      return (known, 0)
    }
    let info = SegmentInfo(
      generation: source.rows, content: 1, dimensions: dimensions, fingerprint: "speed")
    let milliseconds = try Timing.milliseconds {
      let writer = try VectorSegmentWriter(vectors: path, tokens: nil, info: info)
      for row in 0..<source.rows {
        try source.withRow(row) { values in
          Result { try writer.append(id: Int64(row), vector: values) }
        }.get()
      }
      try writer.finish()
    }
    return (try VectorSegment(vectors: path), milliseconds)
  }
}

// MARK: Limits

extension VectorSpeed {
  /// The time that reading all rows takes, and that their products with 32 queries take, with all cores.
  private func limits(_ rows: MatrixView, _ queries: [[Float]]) -> [String: Any] {
    let reading = Timing.medianOf(9) { _ = Self.sum(rows) }
    var result: [String: Any] = [
      "reading_ms": reading, "reading_gb_s": Double(rows.count * 4) / reading / 1e6,
    ]
    let batch = Self.batch(queries)
    let products = [256, 1024, 4096].map { block in
      Timing.medianOf(3) { Self.products(batch, rows, block: block) }
    }
    let fastest = products.min() ?? 0
    result["sgemm_32_ms"] = fastest
    result["sgemm_gflops"] =
      2 * Double(batch.rows) * Double(rows.count) / fastest / 1e6
    return result
  }

  private static func batch(_ queries: [[Float]]) -> Matrix {
    let some = (0..<32).map { queries[$0 % queries.count] }
    return Matrix(rows: 32, columns: some[0].count, values: some.flatMap(\.self))
  }

  private static func sum(_ view: MatrixView) -> UInt64 {
    let block = max(1, (1 << 18) / view.columns)
    let sums = Parallel.sharing((view.rows + block - 1) / block, start: { UInt64(0) }) {
      sum, part in
      view.withRows((part * block)..<min(view.rows, (part + 1) * block)) { values in
        values.withUnsafeBytes { memory in
          var lanes: (SIMD8<UInt64>, SIMD8<UInt64>) = (.zero, .zero)
          for offset in stride(from: 0, to: memory.count & ~127, by: 128) {
            lanes.0 &+= memory.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
            lanes.1 &+= memory.loadUnaligned(fromByteOffset: offset + 64, as: SIMD8<UInt64>.self)
          }
          sum &+= (lanes.0 &+ lanes.1).wrappedSum()
        }
      }
    }
    return sums.reduce(0, &+)
  }

  private static func products(_ batch: Matrix, _ rows: MatrixView, block: Int) {
    _ = Parallel.sharing(
      (rows.rows + block - 1) / block, start: { [Float](repeating: 0, count: 32 * block) }
    ) { scores, part in
      let range = (part * block)..<min(rows.rows, (part + 1) * block)
      rows.withRows(range) { values in
        var target = scores.mutableSpan
        BLAS.multiply(
          batch.values.span, Block(rows: 32, columns: batch.columns), transposed: values,
          Block(rows: range.count, columns: batch.columns), into: &target,
          Block(rows: 32, columns: range.count))
      }
    }
  }
}

// MARK: Searches

extension VectorSpeed {
  private func exact(_ index: VectorIndex, _ queries: [[Float]]) throws -> [String: Any] {
    var result: [String: Any] = [:]
    for k in [10, 1000] {
      result["k\(k)"] = try Timing.percentiles(queries) {
        _ = try index.nearest(k, to: $0, method: .exact)
      }
    }
    let batch = Self.batch(queries)
    result["batch_32_ms"] = try Timing.median(7) {
      _ = try index.nearest(10, toEach: batch, method: .exact)
    }
    let together = try index.nearest(10, toEach: batch, method: .exact)
    for row in 0..<32 where row < queries.count {
      guard try index.nearest(10, to: queries[row], method: .exact) == together[row] else {
        throw Failure("a batch finds other neighbours than its queries alone")
      }
    }
    return result
  }

  /// Single passages: cosines of 2,000 and of 200.
  private func passages(_ index: VectorIndex, _ queries: [[Float]]) throws -> [String: Any] {
    var result: [String: Any] = [:]
    for count in [200, 2000] where count <= index.count {
      var state: UInt64 = 7
      let ids = (0..<count).map { _ -> Int64 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int64(state >> 33) % Int64(index.count)
      }
      result["cosines_\(count)"] = try Timing.percentiles(queries) {
        _ = try index.cosines(of: ids, to: $0)
      }
    }
    return result
  }

  private func cells(
    _ source: MatrixView, _ queries: [[Float]], exact: VectorIndex
  ) throws -> [String: Any] {
    let path = folder.appending(path: "cells.\(source.rows)").path
    let vectors = exact.parts[0].segment
    var building = 0.0
    if (try? VectorSegment(vectors: vectors.path, cells: path)) == nil {
      building = try Timing.milliseconds { try vectors.writeCells(to: path) }
    }
    let segment = try VectorSegment(vectors: vectors.path, cells: path)
    let index = try VectorIndex(segments: [segment])
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    var result: [String: Any] = [
      "building_ms": building, "bytes": size ?? 0, "cells": segment.cellCount ?? 0,
    ]
    var runs: [[String: Any]] = []
    for k in [10, 1000] where k <= source.rows {
      let truth = try queries.map { query in
        Set(try exact.nearest(k, to: query, method: .exact).map(\.id))
      }
      for share in [nil] + probes.map({ Double?.some($0) }) {
        let count = share.map { max(1, Int(Double(segment.cellCount ?? 0) * $0 / 100)) }
        var run = try self.run(index, queries, k: k, .cells(probes: count), truth)
        run["percent"] = share ?? "default"
        runs.append(run)
      }
    }
    result["runs"] = runs
    return result
  }

  private func run(
    _ index: VectorIndex, _ queries: [[Float]], k: Int, _ method: SearchMethod,
    _ truth: [Set<Int64>]
  ) throws -> [String: Any] {
    var found = 0
    for (query, ids) in zip(queries, truth) {
      found += try index.nearest(k, to: query, method: method).count { ids.contains($0.id) }
    }
    var result: [String: Any] = try Timing.percentiles(queries) {
      _ = try index.nearest(k, to: $0, method: method)
    }
    result["k"] = k
    result["recall"] = Double(found) / Double(truth.reduce(0) { $0 + $1.count })
    return result
  }
}
