internal import Corpus
internal import InvertedIndex

/// Tells which claims of a passage are about a question: a passage often says more than what it was found for.
struct ClaimRelevance {
  /// Share that a claim must have of what the nearest claim of its passage has of the question.
  private static let threshold = 0.5

  /// How rare each term of the question is.
  private let rarities: [String: Double]
  private let analyzer: Analyzer

  init(_ question: LexicalQuery, analyzer: Analyzer, terms: InvertedIndex) {
    let leg = LexicalSearcher(terms: terms)
    var rarities: [String: Double] = [:]
    for element in question.elements { rarities[element.term] = leg.rarity(of: element) }
    self.rarities = rarities
    self.analyzer = analyzer
  }

  /// Those of some claims of a passage of `document` that have at least half of the terms, by rarity, that the
  /// one with the most has. The names of the document and the headings count for each claim.
  func fitting(_ claims: [DatedClaim], of document: DocumentSummary) -> [DatedClaim] {
    let names = [document.title] + document.aliases
    let shares = claims.map { claim in
      share(of: names + claim.statement.headings + [claim.statement.text])
    }
    guard let most = shares.max() else { return [] }
    return zip(claims, shares).filter { $0.1 >= Self.threshold * most }.map(\.0)
  }

  private func share(of texts: [String]) -> Double {
    let found = Set(texts.flatMap { analyzer.terms(of: $0).map(\.text) })
    return rarities.reduce(0) { found.contains($1.key) ? $0 + $1.value : $0 }
  }
}
