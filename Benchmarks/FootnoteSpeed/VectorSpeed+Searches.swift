import Foundation
import LinearAlgebra
import VectorIndex

/// The searches that are timed.
extension VectorSpeed {
  func exact(_ index: VectorIndex, _ queries: [[Float]]) throws -> [String: Any] {
    var result: [String: Any] = [:]
    for k in [10, 1000] {
      result["k\(k)"] = try Timing.percentiles(queries) {
        _ = try index.nearest(k, to: $0, method: .exact)
      }
    }
    let batch = VectorLimits.batch(queries)
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
  func passages(_ index: VectorIndex, _ queries: [[Float]]) throws -> [String: Any] {
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

  func cells(
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

  /// 200 passages of 130 tokens, compared with questions of 10 tokens.
  func lateInteraction() throws -> [String: Any] {
    let width = SignCodes.bytesPerRow(dimensions)
    var state: UInt64 = 9
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let codes = (0..<(200 * 130 * width)).map { _ in UInt8(truncatingIfNeeded: next()) }
    let groups = (0..<200).map { ($0 * 130 * width)..<(($0 + 1) * 130 * width) }
    let values = (0..<(10 * dimensions)).map { _ in Float(Int(next() % 2001) - 1000) / 1e4 }
    let queries = Matrix(rows: 10, columns: dimensions, values: values)
    let all = try Timing.percentiles(Array(0..<200)) { _ in
      _ = SignCodes.largestSimilarities(in: codes.span, groups: groups, to: queries)
    }
    return all
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
