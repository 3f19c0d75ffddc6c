internal import Corpus
internal import Encoder
internal import GRDB
internal import InvertedIndex
internal import VectorIndex

/// One question on one state of the index.
struct SearchRun {
  let searcher: Searcher
  let database: Database
  let query: Query
  let options: SearchOptions
  let snapshot: IndexSnapshot
  let analyzer = Analyzer()

  init(
    searcher: Searcher, database: Database, query: Query, options: SearchOptions
  ) throws {
    self.searcher = searcher
    self.database = database
    self.query = query
    self.options = options
    snapshot = try searcher.index.snapshot(in: database)
  }

  func response() throws -> SearchResponse {
    let model = try IndexedModel(in: database)
    let vectors = try model.map { try snapshot.vectors(of: $0, in: database) }
    let summary = try IndexSummary(
      in: database, model: model, passages: snapshot.terms.count, vectors: vectors?.count ?? 0,
      encoder: searcher.encoder)
    let spelling = SpellingCorrector(
      database: database, analyzer: analyzer, encoder: searcher.encoder)
    let corrections = try options.mode == .semantic ? [:] : spelling.corrections(for: asked)
    let text = SpellingCorrector.corrected(asked, by: corrections, analyzer: analyzer)
    let lexical = LexicalQuery(text, analyzer: analyzer)
    let filter = query.filter.merging(options.filter)
    let allowed = try PassageFilter(database: database, analyzer: analyzer, snapshot: snapshot)
      .allowed(for: query, filter: filter)
    let legs = try legs(
      for: text, lexical: lexical, allowed: allowed, model: model, vectors: vectors)
    var selection = HitSelection(
      database: database, reader: searcher.reader, options: options, analyzer: analyzer,
      highlighter: Highlighter(
        lexical.adding(query.phrases, analyzer: analyzer), analyzer: analyzer))
    let ranking = try ranking(of: legs, for: text)
    try selection.take(from: ranking.candidates)
    return SearchResponse(
      query: query, mode: legs.mode, hits: selection.hits,
      further: selection.further, corrections: corrections,
      warnings: legs.warnings + selection.warnings, terms: lexical.elements.map(\.term),
      answerable: ranking.answerable, index: summary, milliseconds: 0)
  }

  /// What is looked up: the question without the time that it names, where it asks for anything else.
  private var asked: String {
    guard let rest = query.time?.rest,
      analyzer.terms(of: rest, for: .query).contains(where: { !FunctionWords.contains($0.word) })
    else { return query.text }
    return rest
  }

  // MARK: Ranking

  /// All candidates, best first, and what they say of the question.
  struct Ranking {
    var candidates: [Fusion.Candidate]
    /// See `SearchResponse.answerable`.
    var answerable: Double?
  }

  func ranking(of legs: SearchLegs, for text: String) throws -> Ranking {
    var result = Ranking(candidates: options.fusion.fuse(legs.candidates))
    guard case .lateInteraction(let stage) = options.fusion, options.mode != .semantic else {
      return result
    }
    var comparisons: [Int64: LateInteraction.Comparison] = [:]
    let tokens = tokens(of: legs)
    if let tokens {
      let head = result.candidates.prefix(stage.depth).map(\.passage)
      legs.scoreAllWords(of: &result.candidates, first: stage.depth)
      let compared = try tokens.compare(with: head)
      for (passage, comparison) in zip(head, compared) { comparisons[passage] = comparison }
      result.candidates = stage.rerank(result.candidates, maxSim: compared.map { $0?.score })
    }
    let priors = QuestionPriors(database: database, analyzer: analyzer, terms: snapshot.terms)
    if let days = query.time?.days {
      result.candidates = try priors.lift(result.candidates, from: days)
    }
    result.candidates = NeighbourDamping(terms: snapshot.terms, loss: stage.neighbourLoss)
      .apply(to: result.candidates)
    // A page's own name may hold a time: "Notes of 2025".
    let named = try priors.namedPages(query.text)
    result.candidates = priors.putFirst(
      named.isEmpty ? try priors.namedPages(text) : named, in: result.candidates)
    let top = result.candidates.prefix(AnswerabilityEstimate.depth)
    // What is not encoded yet may be the answer.
    if let tokens, top.allSatisfy({ $0.cosine != nil }) {
      let best = top.compactMap { comparisons[$0.passage] }
      let unknown = LexicalSearcher(terms: snapshot.terms).idf(0)
      result.answerable =
        AnswerabilityEstimate(best, rarities: tokens.rarities, unknown: unknown)?.probability
    }
    return result
  }

  /// The question's tokens; `nil` where the dense leg did not answer or has none.
  func tokens(of legs: SearchLegs) -> LateInteraction? {
    guard legs.mode == .hybrid, let meaning = legs.meaning else { return nil }
    return LateInteraction(
      meaning.question, vectors: meaning.vectors, rarity: { rarity(of: $0, in: legs) })
  }

  /// How rare a word of the encoder's is in the knowledge base, as rare as the rarest of its terms;
  /// `nil` where it only carries the question.
  private func rarity(of word: String, in legs: SearchLegs) -> Double? {
    let terms = analyzer.terms(of: word, for: .query)
      .filter { !FunctionWords.contains($0.word) && $0.role != .bare }
    let leg = LexicalSearcher(terms: snapshot.terms)
    return terms.map { legs.rarity[$0.text] ?? leg.rarity(of: $0) }.max()
  }

  // MARK: Legs

  /// Asks both legs; a leg that cannot answer is named in the warnings.
  func legs(
    for text: String, lexical: LexicalQuery, allowed: PassageSet?, model: IndexedModel?,
    vectors: PassageVectors?
  ) throws -> SearchLegs {
    var legs = SearchLegs(options.mode, lexical: lexical, terms: snapshot.terms)
    if options.mode != .lexical, !text.isEmpty {
      do throws(LegFailure) {
        legs.meaning = try denseLeg(text, model: model, vectors: vectors)
      } catch {
        legs.warnings.append(error.message)
        if options.mode == .hybrid { legs.mode = .lexical }
      }
    }
    do {
      try legs.collect(Searcher.depth, options: options, allowed: allowed)
    } catch let error as VectorIndexError {
      legs.warnings.append(LegFailure.failed(error.description).message)
      legs.meaning = nil
      if options.mode == .hybrid { legs.mode = .lexical }
      try legs.collect(Searcher.depth, options: options, allowed: allowed)
    }
    if legs.candidates.isEmpty, text.isEmpty, let allowed {
      // Only filters were given: the passages themselves, in their order.
      legs.candidates = allowed.sorted.map { Fusion.Candidate(passage: $0, bm25: 0) }
    }
    return legs
  }

  private func denseLeg(
    _ text: String, model: IndexedModel?, vectors: PassageVectors?
  ) throws(LegFailure) -> SearchLegs.Meaning {
    guard let encoder = searcher.encoder else { throw .noModel }
    do {
      guard let model, let vectors else { throw LegFailure.notEncoded }
      guard model.fingerprint == encoder.fingerprint else {
        throw LegFailure.otherModel(index: model.name, loaded: encoder.name)
      }
      guard vectors.count > 0 else { throw LegFailure.notEncoded }
      return SearchLegs.Meaning(question: try encoder.encode(question: text), vectors: vectors)
    } catch let failure as LegFailure {
      throw failure
    } catch {
      throw .failed(FailureReason.text(of: error))
    }
  }
}
