/// Scores of single passages, with the sums in the order of the question's elements, so that they have the same
/// bits as those of a search through everything.
struct ExactScorer {
  private let index: InvertedIndex
  private let query: TermQuery
  private let norms: NormTable

  init(_ index: InvertedIndex, _ query: TermQuery, _ parameters: BM25Parameters) {
    self.index = index
    self.query = query
    norms = NormTable(parameters, average: index.average)
  }

  /// The scores of some ordinals, and the rarities of the elements that they have.
  ///
  /// - Parameter ordinals: Of the whole index, ascending.
  /// - Complexity: O(ordinals elements log of the distances).
  func score(_ ordinals: [UInt32]) -> (scores: [Double], coverage: [Double]) {
    var scores = [Double](repeating: 0, count: ordinals.count)
    var coverage = scores
    var start = 0
    for (number, segment) in index.segments.enumerated() {
      let end = index.bases[number + 1]
      var next = start
      var own: [UInt32] = []
      while next < ordinals.count, Int(ordinals[next]) < end {
        own.append(ordinals[next] - UInt32(index.bases[number]))
        next += 1
      }
      if own.isEmpty { continue }
      scores.withUnsafeMutableBufferPointer { scores in
        coverage.withUnsafeMutableBufferPointer { coverage in
          add(
            number, segment, own,
            scores: UnsafeMutableBufferPointer(rebasing: scores[start..<next]),
            coverage: UnsafeMutableBufferPointer(rebasing: coverage[start..<next]))
        }
      }
      start = next
    }
    return (scores, coverage)
  }

  private func add(
    _ number: Int, _ segment: Segment, _ own: [UInt32],
    scores: UnsafeMutableBufferPointer<Double>, coverage: UnsafeMutableBufferPointer<Double>
  ) {
    let reader = BlockReader()
    let parameters = norms.parameters
    let place = own.map { norms[segment.lengths[Int($0)]] }
    own.withUnsafeBufferPointer { own in
      place.withUnsafeBufferPointer { norms in
        for (element, lists) in query.lists.enumerated() {
          guard let list = lists.inSegments[number] else { continue }
          let rarity = query.rarities[element]
          let weight = rarity * Double(query.elements[element].count)
          reader.find(own, in: list) { place, counts in
            let occurrences = parameters.occurrences(counts)
            scores[place] += weight * parameters.factor(occurrences, norm: norms[place])
            coverage[place] += rarity
          }
        }
      }
    }
  }
}
