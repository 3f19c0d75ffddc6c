extension SearchResponse {
  /// The answer with every path below `name`.
  func prefixed(with name: String?) -> SearchResponse {
    guard let name else { return self }
    var result = self
    result.warnings = warnings.map { "\(name): \($0)" }
    for index in hits.indices { result.hits[index].prefix(with: name) }
    return result
  }

  /// Adds the answer that another knowledge base gives to the same question.
  mutating func merge(_ other: SearchResponse) {
    if other.mode != mode { mode = .hybrid }
    hits += other.hits
    corrections.merge(other.corrections) { first, _ in first }
    warnings += other.warnings
    terms += other.terms.filter { !terms.contains($0) }
    answerable = [answerable, other.answerable].compactMap(\.self).max()
    milliseconds += other.milliseconds
    index.merge(other.index)
  }

  /// Orders hits of several indexes by what can be compared between them.
  mutating func rankByScore(limit: Int) {
    hits = Array(
      hits.enumerated().sorted { left, right in
        (right.element.score, left.offset) < (left.element.score, right.offset)
      }.map(\.element).prefix(limit))
    for index in hits.indices { hits[index].rank = index + 1 }
  }
}

extension IndexSummary {
  fileprivate mutating func merge(_ other: IndexSummary) {
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
