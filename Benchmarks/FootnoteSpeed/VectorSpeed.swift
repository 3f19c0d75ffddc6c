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
    let (segment, writing) = try self.segment(source)
    let index = try VectorIndex(segments: [segment])
    var result: [String: Any] = [
      "rows": segment.count, "dimensions": dimensions, "queries": queries.count,
      "cores": Parallel.cores, "writing_ms": writing,
    ]
    result["opening_ms"] = try Timing.median(21) {
      _ = try VectorSegment(vectors: segment.path)
    }
    let limits = VectorLimits(rows: source, queries: queries)
    result["limits"] = limits.measure()
    result["exact"] = try exact(index, queries)
    result["passages"] = try passages(index, queries)
    if hasCells { result["cells"] = try cells(source, queries, exact: index) }
    result["late_interaction"] = try lateInteraction()
    result["limits_again"] = limits.measure()
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
    _ source: MatrixView
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
