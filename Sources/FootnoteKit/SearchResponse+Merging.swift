extension SearchResponse {
  /// The answer with every path below `name`.
  func prefixed(with name: String?) -> SearchResponse {
    guard let name else { return self }
    var result = self
    result.warnings = warnings.map { "\(name): \($0)" }
    for index in hits.indices { result.hits[index].prefix(with: name) }
    for index in further.indices {
      result.further[index].path = "\(name)/\(further[index].path)"
    }
    return result
  }

  /// Adds what the answer of another knowledge base to the same question says besides its hits; see
  /// `ranked(_:limit:folds:)` for those.
  mutating func merge(_ other: SearchResponse) {
    if other.mode != mode { mode = .hybrid }
    corrections.merge(other.corrections) { first, _ in first }
    warnings += other.warnings
    further += other.further
    terms += other.terms.filter { !terms.contains($0) }
    answerable = [answerable, other.answerable].compactMap(\.self).max()
    milliseconds += other.milliseconds
    index.merge(other.index)
  }

  /// Brings the hits of several indexes into one order.
  ///
  /// Each index's own order stays: a hit comes where the best `score` of it and of all that follow it in
  /// its index puts it. Of equal ones the earlier index comes first.
  ///
  /// - Parameter folds: Whether what repeats a hit of another index is folded under it.
  static func ranked(_ lists: [[Hit]], limit: Int, folds: Bool) -> [Hit] {
    var merged: [(hit: Hit, key: Double, list: Int, place: Int)] = []
    for (list, hits) in lists.enumerated() {
      var key = 0.0
      for (place, hit) in hits.enumerated().reversed() {
        key = max(key, hit.score)
        merged.append((hit, key, list, place))
      }
    }
    merged.sort { ($1.key, $0.list, $0.place) < ($0.key, $1.list, $1.place) }
    let all = merged.map(\.hit)
    let hits = folds ? DuplicateFolder.folded(all) : all
    return hits.prefix(limit).enumerated().map { index, item in
      var hit = item
      hit.rank = index + 1
      return hit
    }
  }
}

extension IndexSummary {
  /// Adds what another knowledge base holds.
  mutating func merge(_ other: IndexSummary) {
    let all = passages + other.passages
    if all > 0 {
      embedded =
        (embedded * Double(passages) + other.embedded * Double(other.passages)) / Double(all)
    }
    documents += other.documents
    passages = all
    if let name = other.model, let known = model, known != name {
      model = "\(known), \(name)"
    } else {
      model = model ?? other.model
    }
    if let more = other.stale { stale = (stale ?? 0) + more }
  }
}
