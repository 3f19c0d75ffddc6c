internal import InvertedIndex

/// Lowers passages that stand just before or behind a better one of the same document.
struct NeighbourDamping {
  let terms: InvertedIndex
  /// See `Reranking.neighbourLoss`.
  let loss: Double

  /// Number of passages that are looked at; further down the order is of little use anyway.
  private static let depth = 60

  /// Goes down the ranking: the best that is left is taken, and its two neighbours lose.
  ///
  /// Complexity: O(depth²).
  func apply(to ranking: [Fusion.Candidate]) -> [Fusion.Candidate] {
    guard loss > 0 else { return ranking }
    var left = Array(ranking.prefix(Self.depth))
    let places = places(of: left.map(\.passage))
    var taken: [Fusion.Candidate] = []
    while !left.isEmpty {
      let best = left.indices.min { first, second in
        (left[second].fused, left[first].passage) < (left[first].fused, left[second].passage)
      }
      guard let best else { break }
      let candidate = left.remove(at: best)
      taken.append(candidate)
      guard let place = places[candidate.passage] else { continue }
      for index in left.indices {
        guard let other = places[left[index].passage], other.document == place.document,
          abs(other.ordinal - place.ordinal) == 1
        else { continue }
        left[index].fused *= 1 - loss
        if !left[index].reasons.contains(.neighbour) { left[index].reasons.append(.neighbour) }
      }
    }
    // One that lost much may now be below what follows.
    return Fusion.sorted(taken + ranking.dropFirst(Self.depth))
  }

  private func places(of passages: [Int64]) -> [Int64: (document: Int64, ordinal: Int)] {
    var places: [Int64: (document: Int64, ordinal: Int)] = [:]
    for passage in passages {
      guard let ordinal = terms.ordinal(of: passage) else { continue }
      places[passage] = (terms.document(at: ordinal), terms.place(at: ordinal))
    }
    return places
  }
}
