internal import LinearAlgebra

/// One search over all parts of an index.
struct VectorSearch {
  let index: VectorIndex
  let limit: Int
  let allowed: IDSet?
  let method: SearchMethod

  func nearest(to query: [Float]) throws(VectorIndexError) -> [Neighbour] {
    var best = TopK(limit)
    for part in index.parts {
      let found = try nearest(in: part, plan(for: part), to: query, cores: Parallel.cores)
      part.offer(found, to: &best)
    }
    return best.neighbours
  }

  func nearest(toEach queries: Matrix) throws(VectorIndexError) -> [[Neighbour]] {
    var best = [TopK](repeating: TopK(limit), count: queries.rows)
    for part in index.parts {
      let plan = plan(for: part)
      let found =
        plan.isExact
        ? try exact(in: part, toEach: queries) : try eachAlone(in: part, plan, queries)
      for query in 0..<queries.rows { part.offer(found[query], to: &best[query]) }
    }
    return best.map(\.neighbours)
  }

  /// How a part is searched.
  private enum Plan {
    case exact
    case cells(VectorCells, probes: Int, estimates: Int)
    case listed

    var isExact: Bool {
      if case .exact = self { true } else { false }
    }
  }

  /// Where less than a fiftieth of the rows is allowed, reading these alone is faster than anything else.
  private func plan(for part: VectorIndex.Part) -> Plan {
    let segment = part.segment
    var share = 1.0
    if let allowed, let ids = segment.ids {
      let count = allowed.count(in: ids)
      if count <= 256 || count * 50 < segment.count { return .listed }
      share = min(1, Double(count) / Double(segment.count))
    }
    switch method {
    case .exact: return .exact
    case .automatic where segment.count <= SearchMethod.exactUpTo: return .exact
    case .automatic: return cells(of: segment, share: share)
    case .cells(let probes, let estimates):
      return cells(of: segment, probes, estimates, share: share)
    }
  }

  /// The k nearest of the allowed rows lie among the k / share nearest of all.
  private func cells(
    of segment: VectorSegment, _ probes: Int? = nil, _ estimates: Int? = nil, share: Double
  ) -> Plan {
    guard let cells = segment.cells else { return .exact }
    let wanted = Double(limit) / share
    return .cells(
      cells, probes: probes ?? cells.probes(forNearest: wanted),
      estimates: max(limit, estimates ?? VectorCells.estimates(forNearest: limit)))
  }

  private func nearest(
    in part: VectorIndex.Part, _ plan: Plan, to query: [Float], cores: Int
  ) throws(VectorIndexError) -> TopK {
    try part.segment.vectors.checkLength()
    switch plan {
    case .exact:
      return part.segment.rows.nearest(limit, to: query, where: part.filter(allowed))
    case .cells(let cells, let probes, let estimates):
      let candidates = try cells.candidates(
        VectorCells.candidates(forNearest: limit), for: query, probes: probes, estimates: estimates,
        cores: cores,
        where: part.filter(allowed))
      return try part.segment.nearest(limit, of: candidates, to: query)
    case .listed:
      return try part.segment.nearest(limit, of: part.rows(of: allowed), to: query)
    }
  }

  private func exact(
    in part: VectorIndex.Part, toEach queries: Matrix
  ) throws(VectorIndexError) -> [TopK] {
    try part.segment.vectors.checkLength()
    return part.segment.rows.nearest(limit, toEach: queries, where: part.filter(allowed))
  }

  /// Each query on a core of its own.
  private func eachAlone(
    in part: VectorIndex.Part, _ plan: Plan, _ queries: Matrix
  ) throws(VectorIndexError) -> [TopK] {
    let empty = [(Int, Result<TopK, VectorIndexError>)]()
    let gathered = Parallel.sharing(
      queries.rows,
      start: { empty },
      { found, query in
        let result = Result { () throws(VectorIndexError) in
          try nearest(in: part, plan, to: Array(queries[row: query]), cores: 1)
        }
        found.append((query, result))
      })
    var best = [TopK](repeating: TopK(limit), count: queries.rows)
    for (query, result) in gathered.joined() { best[query] = try result.get() }
    return best
  }
}

extension VectorIndex.Part {
  /// Which rows count, by their number; `nil` where all do.
  fileprivate func filter(_ allowed: IDSet?) -> (@Sendable (Int) -> Bool)? {
    let (ids, deleted) = (segment.rowIDs, deleted)
    switch (allowed, deleted.isEmpty) {
    case (nil, true): return nil
    case (nil, false): return { !deleted.contains(ids[$0]) }
    case (let allowed?, _):
      return {
        let id = ids[$0]
        return allowed.contains(id) && !deleted.contains(id)
      }
    }
  }

  /// The rows of those of `allowed` that count.
  fileprivate func rows(of allowed: IDSet?) -> [Int] {
    guard let allowed, let span = segment.ids else { return [] }
    let ids = allowed.ids(in: span).filter { !deleted.contains($0) }
    return segment.rows(of: ids).compactMap(\.self)
  }

  /// Rows become ids.
  fileprivate func offer(_ found: TopK, to best: inout TopK) {
    for entry in found.entries {
      best.offer(entry.score, at: Int(segment.rowIDs[entry.index]))
    }
  }
}

extension TopK {
  fileprivate var neighbours: [Neighbour] {
    sorted.map { Neighbour(id: Int64($0.index), cosine: $0.score) }
  }
}
