extension InvertedIndex {
  /// How a search goes about it; the answer is the same.
  package enum Method: Sendable, CaseIterable {
    /// As is fastest.
    case automatic
    /// Every passage is scored.
    case exhaustive
    /// Passages are left out that cannot be among the best, wherever that can be told.
    case pruned
  }

  /// So many ordinals are scored in full sooner than it takes to leave any out.
  private static let few = 1 << 11
  /// So many allowed passages are scored one by one.
  private static let fewAllowed = 1 << 11

  /// The `k` passages that score highest, best first; equal scores are ordered by the lower id. Passages that
  /// have none of the terms are never among them.
  ///
  /// - Parameters:
  ///   - isAllowed: Of this index's ordinals; `nil` allows all.
  ///   - parameters: Where they are not those that a segment was written with, all of it is scored.
  package func top(
    _ k: Int, _ query: TermQuery, parameters: BM25Parameters = BM25Parameters(),
    isAllowed: OrdinalSet? = nil, method: Method = .automatic
  ) -> [PassageMatch] {
    precondition(isAllowed.map { $0.capacity == ordinals } ?? true, "a set of another index")
    if k <= 0 { return [] }
    let isSmall = method == .automatic && (ordinals <= Self.few || k >= ordinals / 4)
    if method == .exhaustive || isSmall || !canPrune(query, parameters) {
      let all = ExhaustiveScorer(self, query, parameters).score(isAllowed: isAllowed)
      return Ranking(all.scores, all.coverage, of: all.ordinals).best(k, in: self)
    }
    let found = ordinalsWorthScoring(k, query, parameters, isAllowed, method)
    let (scores, coverage) = ExactScorer(self, query, parameters).score(found)
    return Ranking(scores, coverage, of: found).best(k, in: self)
  }

  /// The scores of some passages, 0 for those that are not there or have none of the terms.
  ///
  /// - Parameter ids: Ascending.
  /// - Complexity: O(ids elements log of the distances).
  package func scores(
    of ids: [Int64], _ query: TermQuery, parameters: BM25Parameters = BM25Parameters()
  ) -> (scores: [Double], coverage: [Double]) {
    var ordinals: [UInt32] = []
    var places: [Int] = []
    var from = 0
    var number = 0
    for (place, id) in ids.enumerated() {
      while number < segments.count {
        from = segments[number].lowerBound(id, from: from)
        if from < segments[number].count { break }
        (from, number) = (0, number + 1)
      }
      guard number < segments.count else { break }
      let ordinal = bases[number] + from
      if segments[number].ids[from] == id, isLive(ordinal) {
        ordinals.append(UInt32(ordinal))
        places.append(place)
      }
    }
    let found = ExactScorer(self, query, parameters).score(ordinals)
    if places.count == ids.count { return found }
    var scores = [Double](repeating: 0, count: ids.count)
    var coverage = scores
    for (index, place) in places.enumerated() {
      scores[place] = found.scores[index]
      coverage[place] = found.coverage[index]
    }
    return (scores, coverage)
  }

  private func canPrune(_ query: TermQuery, _ parameters: BM25Parameters) -> Bool {
    parameters.isRegular && query.rarities.allSatisfy { $0.isFinite && $0 >= 0 && $0 < 1e12 }
      && query.elements.allSatisfy { $0.count >= 0 && $0.count < 1 << 24 }

      && segments.allSatisfy { $0.header.parameters == parameters }
  }

  private func ordinalsWorthScoring(
    _ k: Int, _ query: TermQuery, _ parameters: BM25Parameters, _ isAllowed: OrdinalSet?,
    _ method: Method
  ) -> [UInt32] {
    var allowed = isAllowed
    if allowed != nil, let gone { allowed?.subtract(gone) }
    if method == .automatic, let allowed, allowed.count <= Self.fewAllowed {
      var all: [UInt32] = []
      allowed.visit { all.append(UInt32($0)) }
      return all
    }
    let search = PrunedSearch(self, query, parameters, k: k, isAllowed: allowed)
    return search.candidates()
  }
}
