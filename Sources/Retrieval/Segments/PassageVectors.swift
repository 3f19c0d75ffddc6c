internal import GRDB
internal import LinearAlgebra
internal import VectorIndex

/// The vectors that a search compares a question with: those of files, and what SQLite has beyond them.
struct PassageVectors: Sendable {
  private let index: VectorIndex
  /// Number of passages that have a vector.
  var count: Int { index.count }

  /// Opens the vectors of a model.
  ///
  /// - Throws: `VectorIndexError`, `IndexError`, `DatabaseError`.
  /// - Complexity: O(segments), and O(vectors) of passages that no file has yet.
  init(
    of model: IndexedModel, state: IndexState, folder: IndexFolder, in database: Database
  ) throws {
    var segments: [VectorSegment] = []
    var last: Int64 = 0
    for row in state.rows(of: .vectors(model.fingerprint)) {
      // What is missing or damaged is read from SQLite, with all behind it, until the next writer mends it.
      guard let segment = try? VectorSegment(row, of: model, in: folder) else { break }
      segments.append(segment)
      last = row.last
    }
    var rows = try VectorRows(of: model, after: last, in: database)
    if !rows.isAtEnd {
      segments.append(
        try TemporarySegment.with { workshop in
          let writer = try VectorSegmentWriter(
            workshop, of: model, generation: 0, content: state.content)
          try rows.write(to: writer)
          try writer.finish()
          return try VectorSegment(
            vectors: workshop.segmentPath("vectors"), tokens: workshop.segmentPath("tokens"))
        })
    }
    index = try VectorIndex(
      segments: segments, deleted: IDSet(RemovedPassages.all(in: database)))
  }

  /// The passages whose vectors are most like a question's, best first, equal ones by id.
  ///
  /// - Parameter comparesAll: See `SearchOptions.comparesAll`.
  /// - Throws: `VectorIndexError`.
  func nearest(
    _ k: Int, to query: [Float], allowed: PassageSet?, comparesAll: Bool = false
  ) throws -> [Neighbour] {
    try index.nearest(
      k, to: query, allowed: allowed?.ids, method: comparesAll ? .exact : .automatic)
  }

  /// Cosines of passages with a question; `nil` for those that have no vector.
  func cosines(of passages: [Int64], to query: [Float]) throws -> [Float?] {
    try index.cosines(of: passages, to: query)
  }

  /// Compares the tokens of passages with some tokens.
  ///
  /// - Returns: The places in `passages` of those that have tokens, and for each of them a row: the largest
  ///   similarity to each of `tokens`.
  func largestSimilarities(
    of passages: [Int64], to tokens: Matrix
  ) throws -> (places: [Int], similarities: Matrix) {
    let codes = try index.tokens(of: passages)
    let all = codes.largestSimilarities(to: tokens)
    let places = passages.indices.filter { codes.ranges[$0]?.isEmpty == false }
    if places.count == passages.count { return (places, all) }
    return (
      places,
      Matrix(
        rows: places.count, columns: all.columns, values: places.flatMap { all[row: $0] })
    )
  }

  /// Whether the vector and the tokens of a passage are these.
  func holds(_ passage: Int64, vector: [Float], tokens: [UInt8]) throws -> Bool {
    let stored = try index.vectors(of: [passage])
    guard let own = stored.vector(0) else { return false }
    let codes = try index.tokens(of: [passage])
    return own.elementsEqual(vector) && codes.bytes == tokens
  }
}

extension PassageVectors {
  /// The vectors of passages.
  ///
  /// - Throws: `VectorIndexError`.
  func vectors(of passages: [Int64]) throws -> StoredVectors {
    try index.vectors(of: passages)
  }
}
