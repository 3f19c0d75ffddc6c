internal import CKernels
internal import LinearAlgebra

/// Finds the passages that may be among the best (MaxScore: Turtle and Flood, "Query evaluation: strategies and
/// optimizations", 1995; in windows, with bounds of blocks: Lucene's `MaxScoreBulkScorer`).
///
/// In a window of ordinals, the elements that together cannot bring a passage among the best are set aside. The
/// postings of the others are added up densely; only passages whose sums can still get there are looked up
/// in what was set aside. Scores are floats here: those of what is found are computed anew.
struct PrunedSearch {
  private let index: InvertedIndex
  private let query: TermQuery
  private let parameters: BM25Parameters
  private let isAllowed: OrdinalSet?
  private let k: Int

  init(
    _ index: InvertedIndex, _ query: TermQuery, _ parameters: BM25Parameters, k: Int,
    isAllowed: OrdinalSet?
  ) {
    self.index = index
    self.query = query
    self.parameters = parameters
    self.k = k
    self.isAllowed = isAllowed
  }

  /// Ordinals among which the `k` best are, ascending.
  func candidates() -> [UInt32] {
    let searches = index.segments.indices.compactMap(search(in:))
    let highest = searches.map(\.highest).max() ?? 0
    var collector = CandidateCollector(k: k, elements: query.elements.count, highest: highest)
    for search in searches { search.run(&collector) }
    return collector.survivors()
  }

  private func search(in number: Int) -> SegmentSearch? {
    let segment = index.segments[number]
    if segment.count == 0 { return nil }
    let search = SegmentSearch(
      cursors: query.elements.count, passages: segment.count, base: index.bases[number],
      isAllowed: isAllowed, gone: isAllowed == nil ? index.gone : nil)
    let growth = Float(max(1, index.average / segment.header.average)) * 1.000_001
    for (element, lists) in query.lists.enumerated() {
      guard let list = lists.inSegments[number] else { continue }
      let weight = query.rarities[element] * Double(query.elements[element].count)
      if weight > 0 { search.add(list, formula: formula(weight), growth: growth * Float(weight)) }
    }
    return search
  }

  private func formula(_ weight: Double) -> postings_formula {
    postings_formula(
      title: Float(parameters.title), heading: Float(parameters.heading),
      body: Float(parameters.body), constant: Float(parameters.k1 * (1 - parameters.b)),
      slope: Float(parameters.k1 * parameters.b / index.average),
      weight: Float(weight * (parameters.k1 + 1)))
  }
}
