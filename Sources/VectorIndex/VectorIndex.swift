public import LinearAlgebra

/// The vectors of a knowledge base's passages: a large segment and some smaller, newer ones, less what has
/// been deleted since, searched as one.
///
///     let index = try VectorIndex(segments: [old, new], deleted: deleted)
///     let found = try index.nearest(10, to: question)
///
/// Results are ordered by cosine, equal ones by id, and do not depend on how many cores there are. The
/// index is a value: a search sees the segments that it was made with, whatever is written meanwhile.
public struct VectorIndex: Sendable {
  /// A segment, and the ids whose rows in it no longer count.
  public struct Part: Sendable {
    public let segment: VectorSegment
    public let deleted: IDSet

    public init(_ segment: VectorSegment, deleted: IDSet = IDSet()) {
      self.segment = segment
      self.deleted = deleted
    }
  }

  /// The segments, the newest last. An id that several have and none has deleted counts as the newest's.
  public let parts: [Part]
  /// Numbers of a vector; 0 for an index without segments.
  public let dimensions: Int
  /// Number of passages that are not deleted.
  public let count: Int

  /// - Throws: `misfit` where segments have different dimensions.
  /// - Complexity: O(deleted ids), and the rows of segments whose ids lie between each other's.
  public init(_ parts: [Part]) throws(VectorIndexError) {
    dimensions = parts.first?.segment.dimensions ?? 0
    for part in parts where part.segment.dimensions != dimensions {
      throw .misfit("segments of \(dimensions) and \(part.segment.dimensions) dimensions")
    }
    for part in parts { try part.segment.checkLengths() }
    self.parts = parts.hidingOlderRows()
    count = self.parts.reduce(0) { $0 + $1.livingCount }
  }

  /// All segments less the same ids.
  public init(
    segments: [VectorSegment], deleted: IDSet = IDSet()
  ) throws(VectorIndexError) {
    try self.init(segments.map { Part($0, deleted: deleted) })
  }

  /// The passages whose vectors are most like a question's.
  ///
  /// - Parameters:
  ///   - k: How many at most.
  ///   - query: `dimensions` numbers; for cosines a vector of length 1.
  ///   - allowed: Only these passages; all where it is `nil`. Where they are few, their vectors alone are
  ///     compared, whatever the method.
  /// - Throws: `misfit` for a query of other dimensions; `damaged` or `reading` where a file is not what
  ///   it was.
  /// - Complexity: O(rows · dimensions) for an exact search.
  public func nearest(
    _ k: Int, to query: [Float], allowed: IDSet? = nil, method: SearchMethod = .automatic
  ) throws(VectorIndexError) -> [Neighbour] {
    try check(columns: query.count)
    guard !parts.isEmpty, k > 0 else { return [] }
    let search = VectorSearch(index: self, limit: min(k, count), allowed: allowed, method: method)
    return try search.nearest(to: query)
  }

  /// For each row of `queries` what `nearest(_:to:allowed:method:)` gives for it, in less time than one
  /// after another.
  public func nearest(
    _ k: Int, toEach queries: Matrix, allowed: IDSet? = nil, method: SearchMethod = .automatic
  ) throws(VectorIndexError) -> [[Neighbour]] {
    try check(columns: queries.columns)
    guard !parts.isEmpty, k > 0 else { return Array(repeating: [], count: queries.rows) }
    let search = VectorSearch(index: self, limit: min(k, count), allowed: allowed, method: method)
    return try search.nearest(toEach: queries)
  }

  func check(columns: Int) throws(VectorIndexError) {
    guard columns == dimensions || parts.isEmpty else {
      throw .misfit("a query of \(columns) numbers for vectors of \(dimensions)")
    }
  }
}

extension VectorIndex.Part {
  /// Number of rows that count. Complexity: O(deleted ids).
  fileprivate var livingCount: Int {
    guard let ids = segment.ids, !deleted.isEmpty else { return segment.count }
    return segment.count - segment.rows(of: deleted.ids(in: ids)).count { $0 != nil }
  }
}

extension [VectorIndex.Part] {
  /// Rows whose ids a newer part has too count as deleted.
  fileprivate func hidingOlderRows() -> [Element] {
    var result = self
    for older in indices {
      guard let span = self[older].segment.ids else { continue }
      var hidden: [Int64] = []
      for newer in self[(older + 1)...] {
        guard let other = newer.segment.ids, other.overlaps(span) else { continue }
        hidden += newer.segment.ids(in: span).filter { !newer.deleted.contains($0) }
      }
      let found = zip(hidden, self[older].segment.rows(of: hidden)).filter { $0.1 != nil }
      guard !found.isEmpty else { continue }
      let deleted = self[older].deleted
      result[older] = Element(
        self[older].segment, deleted: IDSet(deleted.ids(in: span) + found.map(\.0)))
    }
    return result
  }
}
