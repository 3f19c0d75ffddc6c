internal import FootnoteKit

/// The answer to a form, with the passages that each filter is counted over.
struct FacetSearch: Sendable {
  let form: SearchForm
  /// The best passages with all filters.
  let response: SearchResponse
  /// For a filter that is set: the documents of the best passages without it, so that a second value can be
  /// added to the first.
  private let others: [Facet: [DocumentSummary]]

  /// Asks once, and once more for each filter that is set.
  ///
  /// - Throws: As `GroupSearcher.search`.
  init(_ form: SearchForm, _ searcher: GroupSearcher) throws {
    self.form = form
    var options = SearchOptions(
      limit: form.limit, mode: form.mode, folds: true, counted: SearchForm.mostPassages)
    response = try searcher.search(form.question, filter: form.filter(), options: options)
    (options.limit, options.folds) = (1, false)
    var others: [Facet: [DocumentSummary]] = [:]
    for facet in Facet.allCases where !form.values(of: facet).isEmpty {
      others[facet] = Self.documents(
        try searcher.search(
          form.question, filter: form.filter(without: facet), options: options))
    }
    self.others = others
  }

  /// Documents of the passages that a filter is counted over, one for each passage.
  func documents(for facet: Facet) -> [DocumentSummary] {
    others[facet] ?? Self.documents(response)
  }

  private static func documents(_ response: SearchResponse) -> [DocumentSummary] {
    response.hits.map(\.document) + response.further
  }

  /// The passages that are shown, in their order, ranked anew.
  var shown: [Hit] {
    var hits = response.hits
    if form.order != .best {
      let isNewest = form.order == .newest
      let dated = hits.filter { $0.document.date != nil }
      let undated = hits.filter { $0.document.date == nil }
      hits = dated.sorted { left, right in
        guard let first = left.document.date, let second = right.document.date, first != second
        else { return left.rank < right.rank }
        return isNewest ? first > second : first < second
      }
      hits += undated
    }
    for index in hits.indices { hits[index].rank = index + 1 }
    return hits
  }

  /// The best score of the lexical leg, which others are shown against.
  var bestWords: Double {
    max(1, response.hits.compactMap(\.signals.bm25).max() ?? 1)
  }
}
