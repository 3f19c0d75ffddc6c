internal import Corpus
internal import Encoder
internal import GRDB
internal import LinearAlgebra

/// One question on one state of the index.
struct SearchRun {
  let searcher: Searcher
  let database: Database
  let query: Query
  let options: SearchOptions
  let analyzer = Analyzer()

  /// What the legs hand on.
  struct Legs {
    var mode: SearchMode
    let terms: TermIndex
    var candidates: [Fusion.Candidate] = []
    var warnings: [String] = []
    /// The question as it was encoded; `nil` where the dense leg did not answer.
    var question: EncodedQuestion?
    /// How rare the question's terms are.
    var rarity: [String: Double] = [:]
  }

  func response() throws -> SearchResponse {
    let model = try IndexedModel(in: database)
    let vectors = try model.map { try searcher.index.vectors(of: $0, in: database) }
    let summary = try IndexSummary(
      in: database, model: model, vectors: vectors, encoder: searcher.encoder)
    let spelling = SpellingCorrector(
      database: database, analyzer: analyzer, encoder: searcher.encoder)
    let corrections = try options.mode == .semantic ? [:] : spelling.corrections(for: asked)
    let text = spelling.corrected(asked, by: corrections)
    let lexical = LexicalQuery(text, analyzer: analyzer)
    let filter = query.filter.merging(options.filter)
    let allowed = try PassageFilter(database: database, analyzer: analyzer)
      .allowed(for: query, filter: filter)
    let legs = try legs(
      for: text, lexical: lexical, allowed: allowed, model: model, vectors: vectors)
    var selection = HitSelection(
      database: database, reader: searcher.reader, options: options, analyzer: analyzer,
      highlighter: Highlighter(
        lexical.adding(query.phrases, analyzer: analyzer), analyzer: analyzer))
    let ranking = try ranking(of: legs, for: text, model: model)
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

  func ranking(
    of legs: Legs, for text: String, model: IndexedModel?
  ) throws -> Ranking {
    var result = Ranking(candidates: options.fusion.fuse(legs.candidates))
    guard case .lateInteraction(let stage) = options.fusion, options.mode != .semantic else {
      return result
    }
    var comparisons: [Int64: LateInteraction.Comparison] = [:]
    let tokens = tokens(of: legs, model: model)
    if let tokens {
      let head = result.candidates.prefix(stage.depth).map(\.passage)
      let compared = try tokens.compare(with: head)
      for (passage, comparison) in zip(head, compared) { comparisons[passage] = comparison }
      result.candidates = stage.rerank(result.candidates, maxSim: compared.map { $0?.score })
    }
    let priors = QuestionPriors(database: database, analyzer: analyzer)
    if let days = query.time?.days {
      result.candidates = try priors.lift(result.candidates, from: days)
    }
    result.candidates = try NeighbourDamping(database: database, loss: stage.neighbourLoss)
      .apply(to: result.candidates)
    // A page's own name may hold a time: "Notes of 2025".
    let named = try priors.namedPages(query.text)
    result.candidates = try priors.putFirst(
      named.isEmpty ? priors.namedPages(text) : named, in: result.candidates)
    let top = result.candidates.prefix(AnswerabilityEstimate.depth)
    // What is not encoded yet may be the answer.
    if let tokens, top.allSatisfy({ $0.cosine != nil }) {
      let best = top.compactMap { comparisons[$0.passage] }
      let unknown = LexicalSearcher(terms: legs.terms).idf(0)
      result.answerable =
        AnswerabilityEstimate(best, rarities: tokens.rarities, unknown: unknown)?.probability
    }
    return result
  }

  /// The question's tokens; `nil` where the dense leg did not answer or has none.
  func tokens(of legs: Legs, model: IndexedModel?) -> LateInteraction? {
    guard legs.mode == .hybrid, let model, let question = legs.question else { return nil }
    return LateInteraction(
      question, model: model, database: database, rarity: { rarity(of: $0, in: legs) })
  }

  /// How rare a word of the encoder's is in the knowledge base, as rare as the rarest of its terms;
  /// `nil` where it only carries the question.
  private func rarity(of word: String, in legs: Legs) -> Double? {
    let terms = analyzer.terms(of: word, for: .query)
      .filter { !FunctionWords.contains($0.word) && $0.role != .bare }
    let leg = LexicalSearcher(terms: legs.terms)
    return terms.map { legs.rarity[$0.text] ?? leg.rarity(of: $0) }.max()
  }

  // MARK: Legs

  /// Asks both legs; a leg that cannot answer is named in the warnings.
  func legs(
    for text: String, lexical: LexicalQuery, allowed: Set<Int64>?, model: IndexedModel?,
    vectors: PassageVectors?
  ) throws -> Legs {
    let terms = try searcher.index.terms(in: database)
    let leg = LexicalSearcher(terms: terms)
    let found = leg.search(lexical)
    var legs = Legs(mode: options.mode, terms: terms)
    for (element, frequency) in found.frequencies { legs.rarity[element.term] = leg.idf(frequency) }
    let words = found.hits.filter { allowed?.contains($0.passage) ?? true }
    var meaning: (scores: [Float], vectors: PassageVectors)?
    if options.mode != .lexical, !text.isEmpty {
      do throws(LegFailure) {
        let answer = try denseLeg(text, model: model, vectors: vectors)
        legs.question = answer.question
        meaning = (answer.scores, answer.vectors)
      } catch {
        legs.warnings.append(error.message)
        if options.mode == .hybrid { legs.mode = .lexical }
      }
    }
    legs.candidates = merge(words, meaning, allowed: allowed)
    if options.mode == .hybrid {
      for index in legs.candidates.indices {
        legs.candidates[index].allWords =
          found.allWords.score(of: legs.candidates[index].passage)
      }
    }
    let navigational = terms.navigational
    for index in legs.candidates.indices
    where navigational.contains(legs.candidates[index].passage) {
      legs.candidates[index].prior = Fusion.navigationalPrior
      legs.candidates[index].reasons = [.list]
    }
    if legs.candidates.isEmpty, text.isEmpty, let allowed {
      // Only filters were given: the passages themselves, in their order.
      legs.candidates = allowed.sorted().map { Fusion.Candidate(passage: $0, bm25: 0) }
    }
    return legs
  }

  /// What the dense leg found: the cosine of every row of the matrix.
  private struct DenseAnswer {
    var question: EncodedQuestion
    var scores: [Float]
    var vectors: PassageVectors
  }

  private func denseLeg(
    _ text: String, model: IndexedModel?, vectors: PassageVectors?
  ) throws(LegFailure) -> DenseAnswer {
    guard let encoder = searcher.encoder else { throw .noModel }
    do {
      guard let model, let vectors else { throw LegFailure.notEncoded }
      guard model.fingerprint == encoder.fingerprint else {
        throw LegFailure.otherModel(index: model.name, loaded: encoder.name)
      }
      guard vectors.vectors.rows > 0 else { throw LegFailure.notEncoded }
      let question = try encoder.encode(question: text)
      return DenseAnswer(
        question: question, scores: vectors.vectors.scores(of: question.vector), vectors: vectors)
    } catch let failure as LegFailure {
      throw failure
    } catch {
      throw .failed(FailureReason.text(of: error))
    }
  }

  /// The best of each leg, each with both scores where it has them.
  private func merge(
    _ words: [LexicalSearcher.Match],
    _ meaning: (scores: [Float], vectors: PassageVectors)?, allowed: Set<Int64>?
  ) -> [Fusion.Candidate] {
    var candidates: [Int64: Fusion.Candidate] = [:]
    for match in words {
      candidates[match.passage] = Fusion.Candidate(
        passage: match.passage, bm25: options.mode == .semantic ? 0 : match.score,
        coverage: match.coverage)
    }
    let scores = options.mode == .semantic ? [] : words.map { Float($0.score) }
    let lexicalBest = TopK.select(Searcher.depth, from: scores).map { words[$0.index].passage }
    var chosen = Set(lexicalBest)
    guard let (cosines, vectors) = meaning else {
      return chosen.sorted().compactMap { candidates[$0] }
    }
    let dense = TopK.select(Searcher.depth, from: cosines) { row in
      allowed?.contains(vectors.passages[row]) ?? true
    }
    for entry in dense { chosen.insert(vectors.passages[entry.index]) }
    return chosen.sorted().map { passage in
      var candidate = candidates[passage] ?? Fusion.Candidate(passage: passage, bm25: 0)
      candidate.cosine = vectors.row(of: passage).map { Double(cosines[$0]) }
      return candidate
    }
  }
}
