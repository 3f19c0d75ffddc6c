/// Scores every passage: what all other ways of searching must agree with, and the fastest one where there are
/// few passages.
struct ExhaustiveScorer {
  private let index: InvertedIndex
  private let query: TermQuery
  private let norms: NormTable

  init(_ index: InvertedIndex, _ query: TermQuery, _ parameters: BM25Parameters) {
    self.index = index
    self.query = query
    norms = NormTable(parameters, average: index.average)
  }

  /// The scores of the passages that are there and allowed, in the order of their ordinals.
  /// Complexity: O(postings + passages).
  func score(
    isAllowed: OrdinalSet?
  ) -> (ordinals: [UInt32], scores: [Double], coverage: [Double]) {
    var ordinals: [UInt32] = []
    var (scores, coverage): ([Double], [Double]) = ([], [])
    for (number, segment) in index.segments.enumerated() {
      let own = score(number, segment)
      let base = index.bases[number]
      for place in 0..<segment.count where own.scores[place] > 0 {
        let ordinal = base + place
        guard index.isLive(ordinal), isAllowed?.contains(ordinal) ?? true else { continue }
        ordinals.append(UInt32(ordinal))
        scores.append(own.scores[place])
        coverage.append(own.coverage[place])
      }
    }
    return (ordinals, scores, coverage)
  }

  private func score(_ number: Int, _ segment: Segment) -> (scores: [Double], coverage: [Double]) {
    var scores = [Double](repeating: 0, count: segment.count)
    var coverage = scores
    let reader = BlockReader()
    let parameters = norms.parameters
    scores.withUnsafeMutableBufferPointer { scores in
      coverage.withUnsafeMutableBufferPointer { coverage in
        for (element, lists) in query.lists.enumerated() {
          guard let list = lists.inSegments[number] else { continue }
          let rarity = query.rarities[element]
          let weight = rarity * Double(query.elements[element].count)
          reader.forEach(list) { ordinal, counts in
            let place = Int(ordinal)
            let norm = norms[segment.lengths[place]]
            let occurrences = parameters.occurrences(counts)
            scores[place] += weight * parameters.factor(occurrences, norm: norm)
            coverage[place] += rarity
          }
        }
      }
    }
    return (scores, coverage)
  }
}
