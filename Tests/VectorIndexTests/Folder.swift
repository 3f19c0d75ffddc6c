import Foundation
import VectorIndex

/// A temporary folder with segments, removed with the object.
final class Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "vectors-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func path(_ name: String) -> String { url.appending(path: name).path }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }

  /// Writes and opens a segment.
  func segment(
    _ vectors: [[Float]], ids: [Int64]? = nil, tokens: [[UInt8]]? = nil, generation: Int = 1,
    dimensions: Int? = nil
  ) throws -> VectorSegment {
    let dimensions = dimensions ?? vectors.first?.count ?? 4
    let (path, tokenPath) = (path("vectors.\(generation)"), path("tokens.\(generation)"))
    let writer = try VectorSegmentWriter(
      vectors: path, tokens: tokens == nil ? nil : tokenPath,
      info: SegmentInfo(
        generation: generation, content: 5, dimensions: dimensions, fingerprint: "model"))
    for (row, vector) in vectors.enumerated() {
      let codes = tokens?[row] ?? []
      try writer.append(id: ids?[row] ?? Int64(row), vector: vector.span, tokens: codes.span)
    }
    try writer.finish()
    return try VectorSegment(vectors: path, tokens: tokens == nil ? nil : tokenPath)
  }

  /// The segment again, with cells.
  func withCells(
    _ segment: VectorSegment, options: CellOptions = CellOptions()
  ) throws -> VectorSegment {
    let path = path("cells.\(segment.generation)")
    try segment.writeCells(to: path, options: options)
    return try VectorSegment(vectors: segment.path, cells: path)
  }

  /// Changes a file's bytes.
  func edit(_ path: String, _ body: (inout Data) -> Void) throws {
    var data = try Data(contentsOf: URL(filePath: path))
    body(&data)
    // A new file: the old one may be mapped.
    try data.write(to: URL(filePath: path), options: .atomic)
  }
}
