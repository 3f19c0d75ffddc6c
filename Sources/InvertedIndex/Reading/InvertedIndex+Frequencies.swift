extension InvertedIndex {
  /// Looks up the elements of a question.
  ///
  /// - Parameters:
  ///   - elements: In the order in which scores are summed.
  ///   - rarities: How rare the elements are, where that is not to be computed from this index.
  /// - Complexity: O(elements log terms), and O(postings) of prefixes; where passages are gone, the first
  ///   query with an element also counts its postings in these.
  package func query(_ elements: [TermElement], rarities: [Double]? = nil) -> TermQuery {
    let lists = elements.map(lists(of:))
    let frequencies = zip(elements, lists).map { frequency(of: $0, in: $1) }
    let own = frequencies.map { BM25Parameters.rarity(frequency: $0, of: count) }
    let given = rarities.flatMap { $0.count == elements.count ? $0 : nil }
    return TermQuery(
      elements: elements, frequencies: frequencies, rarities: given ?? own, lists: lists)
  }

  /// The number of passages that have a term in their text; for a prefix, that have any of the terms. Titles
  /// and headings, which all passages of a document share, say nothing about how rare a term is.
  package func frequency(of element: TermElement) -> Int {
    frequency(of: element, in: lists(of: element))
  }

  /// How rare an element is.
  package func rarity(of element: TermElement) -> Double {
    BM25Parameters.rarity(frequency: frequency(of: element), of: count)
  }

  private func lists(of element: TermElement) -> TermQuery.Lists {
    var result = TermQuery.Lists(inSegments: [], merged: [])
    for segment in segments {
      let numbers = segment.numbers(of: element.term, isPrefix: element.isPrefix)
      let lists = numbers.compactMap(segment.list(of:))
      if lists.count > 1 {
        let merged = MergedPostings(lists, of: segment)
        result.merged.append(merged)
        result.inSegments.append(merged.list)
      } else {
        result.inSegments.append(lists.first)
      }
    }
    return result
  }

  private func frequency(of element: TermElement, in lists: TermQuery.Lists) -> Int {
    let all = lists.inSegments.reduce(0) { $0 + ($1?.inText ?? 0) }
    if gone == nil || all == 0 { return all }
    return frequencies.frequency(of: element) {
      var live = all
      let reader = BlockReader()
      for (list, gone) in zip(lists.inSegments, goneInSegments) {
        guard let list, !gone.isEmpty else { continue }
        gone.withUnsafeBufferPointer { gone in
          reader.find(gone, in: list) { if $1.body > 0 { live -= 1 } }
        }
      }
      return live
    }
  }
}
