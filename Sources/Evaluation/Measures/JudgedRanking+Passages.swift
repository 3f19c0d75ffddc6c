extension JudgedRanking {
  /// Judges retrieved passages by the line ranges that answer a query.
  ///
  /// A passage is relevant when its lines meet a judged range of the same file and, where the range
  /// has an anchor, its text holds the anchor. Each range gives its grade once, to the best passage
  /// that meets it; a passage takes one range, the one of highest grade that is still free, the first
  /// of these in the order of `relevant`. A passage that shares bytes with a better one repeats it
  /// and counts as not relevant.
  ///
  /// - Parameters:
  ///   - passages: Best first.
  ///   - relevant: The judged ranges; those of grade 0 or less are left out.
  /// - Complexity: O(passages · (passages + ranges)), and the texts where ranges have anchors.
  public init(passages: [RetrievedPassage], relevant: [JudgedRange]) {
    var free = relevant.filter { $0.grade > 0 }.map { range in
      (range: range, anchor: range.anchor.map { FoldedText($0) })
    }
    ideal = free.map(\.range.grade).sorted(by: >)
    gains = []
    var better: [RetrievedPassage] = []
    for passage in passages {
      guard !better.contains(where: passage.overlaps) else {
        gains.append(0)
        continue
      }
      better.append(passage)
      lazy var text = passage.text.map { FoldedText($0) }
      var best: Int?
      for (index, candidate) in free.enumerated()
      where passage.path == candidate.range.path
        && passage.lines.overlaps(candidate.range.lines)
        && (candidate.anchor.map { text?.contains($0) ?? false } ?? true)
        && candidate.range.grade > (best.map { free[$0].range.grade } ?? 0)
      { best = index }
      gains.append(best.map { free.remove(at: $0).range.grade } ?? 0)
    }
  }
}
