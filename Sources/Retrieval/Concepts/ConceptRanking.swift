internal import Corpus
internal import Encoder
internal import GRDB
internal import LinearAlgebra

/// Ranks passages by how close they are to a concept: to any passage of its page in meaning, to the
/// page's most telling words by BM25. Without a page, the concept's name is asked like a question.
struct ConceptRanking {
  let searcher: Searcher
  let database: Database
  let analyzer: Analyzer

  /// Words of a page that are looked up; the rarest of a long page say nearly all that all of them say.
  private static let termLimit = 96
  /// A longer text than a question's leaves more to meaning; chosen on judged concepts.
  private static let fusion = Fusion.weightedSum(weight: 0.6)

  struct Result {
    /// Passages of the allowed documents, best first.
    var candidates: [Fusion.Candidate]
    var warnings: [String]
  }

  /// - Parameters:
  ///   - names: What the concept is called; looked up besides the page's words.
  ///   - passages: The passages that may be found.
  /// - Complexity: O(page passages × passages × dimensions + postings of the terms).
  func rank(_ names: [String], page: Int64?, within passages: Set<Int64>) throws -> Result {
    guard let page else { return try rank(question: names.joined(separator: ", "), passages) }
    let snapshot = try searcher.index.snapshot(in: database)
    let own = EvenSample.of(try passagesOfPage(page))
    let leg = LexicalSearcher(terms: snapshot.terms)
    let text = (names + own.map(\.text)).joined(separator: "\n")
    let query = LexicalQuery(text, analyzer: analyzer)
    let telling = leg.mostTelling(Self.termLimit, of: query)
    let ids = passages.sorted()
    let found = leg.scores(of: ids, leg.query(telling.elements))
    let words = LexicalQuery(names.joined(separator: " "), analyzer: analyzer)
    let named = leg.scores(of: ids, leg.query(words.elements))
    var candidates: [Int64: Fusion.Candidate] = [:]
    for (place, id) in ids.enumerated() where found.bm25[place] > 0 {
      candidates[id] = Fusion.Candidate(passage: id, bm25: found.bm25[place])
    }
    var warnings: [String] = []
    switch try nearest(to: own.map(\.id), of: ids, snapshot) {
    case .success(let near):
      for (passage, cosine) in zip(ids, near) {
        guard let cosine else { continue }
        candidates[passage, default: Fusion.Candidate(passage: passage, bm25: 0)].cosine =
          Double(cosine)
      }
    case .failure(let failure): warnings.append(failure.message)
    }
    for (place, id) in ids.enumerated() { candidates[id]?.coverage = named.coverage[place] }
    let ordered = candidates.values.sorted { $0.passage < $1.passage }
    return Result(
      candidates: Self.fusion.fuse(ordered), warnings: warnings)
  }

  private func rank(question: String, _ passages: Set<Int64>) throws -> Result {
    let run = try SearchRun(
      searcher: searcher, database: database, query: Query(text: question),
      options: SearchOptions())
    let model = try IndexedModel(in: database)
    let vectors = try model.map { try run.snapshot.vectors(of: $0, in: database) }
    let legs = try run.legs(
      for: question, lexical: LexicalQuery(question, analyzer: analyzer),
      allowed: PassageSet(passages, of: run.snapshot.terms), model: model, vectors: vectors)
    return Result(
      candidates: try run.ranking(of: legs, for: question).candidates,
      warnings: legs.warnings)
  }

  private func passagesOfPage(_ page: Int64) throws -> [(id: Int64, text: String)] {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT id, text, headings FROM passage WHERE document = ? ORDER BY ordinal",
      arguments: [page])
    return rows.compactMap { row in
      if NavigationalText.isList(JSONText.decode(row[2] as String)) { return nil }
      return (row[0], row[1])
    }
  }

  /// For each of some passages its cosine to the nearest of `own`; `nil` where it has no vector.
  private func nearest(
    to own: [Int64], of passages: [Int64], _ snapshot: IndexSnapshot
  ) throws -> Swift.Result<[Float?], LegFailure> {
    guard let model = try IndexedModel(in: database) else { return .failure(.notEncoded) }
    let vectors = try snapshot.vectors(of: model, in: database)
    guard vectors.count > 0 else { return .failure(.notEncoded) }
    guard let best = try vectors.nearest(to: own, of: passages) else {
      return .failure(.pageNotEncoded)
    }
    return .success(best)
  }
}

extension LexicalSearcher {
  /// The part of a long query whose terms tell most: rare, and used often.
  func mostTelling(_ limit: Int, of query: LexicalQuery) -> LexicalQuery {
    guard query.elements.count > limit else { return query }
    let ranked = query.elements.enumerated().map { index, element in
      (index: index, weight: rarity(of: element) * Double(element.count))
    }.sorted { ($1.weight, $0.index) < ($0.weight, $1.index) }
    let kept = Set(ranked.prefix(limit).map(\.index))
    var result = query
    result.elements = query.elements.enumerated().filter { kept.contains($0.offset) }.map(\.element)
    return result
  }
}
