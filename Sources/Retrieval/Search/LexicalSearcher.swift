internal import InvertedIndex

/// The lexical leg: BM25 over the stored terms (Robertson and Zaragoza, "The Probabilistic Relevance
/// Framework: BM25 and Beyond", 2009), with the fields weighted inside the term frequency (their
/// section 3.6, BM25F, with one length for all fields).
///
/// FTS5's own `bm25` has k1 and b built in and visits every passage that has any of the words, so that files of
/// postings of our own are scored (`InvertedIndex`); constants were chosen on judged questions, see
/// `docs/decisions.md`.
struct LexicalSearcher {
  let terms: InvertedIndex

  /// What BM25 says of some passages.
  struct Scores: Sendable {
    /// In the order of the passages; 0 for one that has none of the terms.
    var bm25: [Double]
    /// Share of the question's terms that each has, weighted by their rarity, 0 ... 1.
    var coverage: [Double]
  }

  /// The question as the index understands it: its elements looked up, in their order.
  ///
  /// - Complexity: O(elements log terms).
  func query(_ elements: [LexicalQuery.Element]) -> TermQuery {
    terms.query(elements.map(TermElement.init))
  }

  /// Scores of some passages.
  ///
  /// - Parameter passages: Ids, ascending.
  func scores(of passages: [Int64], _ query: TermQuery) -> Scores {
    let found = terms.scores(of: passages, query)
    let total = query.totalRarity
    return Scores(
      bm25: found.scores, coverage: found.coverage.map { total > 0 ? $0 / total : 0 })
  }

  /// How rare a term is that so many passages have.
  func idf(_ frequency: Int) -> Double {
    BM25Parameters.rarity(frequency: frequency, of: terms.count)
  }

  /// How rare a term is that may not stand in the question as such.
  func rarity(of term: Term) -> Double {
    rarity(of: LexicalQuery.Element(term: term.text, isPrefix: term.role == .character))
  }

  /// How rare a term of the question is.
  func rarity(of element: LexicalQuery.Element) -> Double {
    terms.rarity(of: TermElement(element))
  }
}

extension TermElement {
  /// An element of a question.
  init(_ element: LexicalQuery.Element) {
    self.init(element.term, isPrefix: element.isPrefix, count: element.count)
  }
}
