internal import Corpus
internal import Encoder
internal import GRDB

/// Looks for what supports one statement.
struct StatementTrace {
  let searcher: Searcher
  let database: Database
  let analyzer: Analyzer
  let page: PageSources
  let statement: PageStatement
  /// Passages of each kind to show, at most, besides those that are linked.
  let passages: Int

  /// Candidates of the first stage that are compared token by token, besides those that are linked.
  private static let depth = 100

  func follow() throws -> (SupportedStatement, warnings: [String]) {
    let (linked, broken) = try linkedPassages()
    let owners = try owners()
    let run = try SearchRun(
      searcher: searcher, database: database, query: Query(text: statement.text),
      options: SearchOptions())
    let (candidates, warnings) = try candidates(of: run, within: owners, linked: linked)
    var sources: [Support] = []
    var summaries: [Support] = []
    for (candidate, score) in try scored(candidates) {
      guard let owner = owners[candidate.passage] else { continue }
      let isSource = page.raw.contains(owner)
      // What the statement itself names is shown, wherever it stands.
      let isLinked = linked.contains(candidate.passage)
      if !isLinked, (isSource ? sources : summaries).count >= passages { continue }
      guard let hit = try hit(candidate) else { continue }
      var evidence: [Support.Evidence] = isLinked ? [.linked] : []
      if page.declared.contains(owner) { evidence.append(.declared) }
      if evidence.isEmpty { evidence = [.found] }
      let support = Support(hit: hit, evidence: evidence, score: score)
      if isSource { sources.append(support) } else { summaries.append(support) }
    }
    let result = SupportedStatement(
      statement: statement, sources: sources, summaries: summaries, broken: broken)
    return (result, warnings)
  }

  // MARK: Candidates

  /// The document of every passage that may support the statement.
  private func owners() throws -> [Int64: Int64] {
    var owners: [Int64: Int64] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT id, document FROM passage")
    while let row = try rows.next() {
      let document: Int64 = try row.decode(atIndex: 1)
      if page.raw.contains(document) || page.summaries.contains(document) {
        owners[try row.decode(atIndex: 0)] = document
      }
    }
    return owners
  }

  /// The passages that hold the lines which the statement links to; the lines without one.
  private func linkedPassages() throws -> (Set<Int64>, broken: [Citation]) {
    var found: Set<Int64> = []
    var broken: [Citation] = []
    let own = page.lines(of: statement.links)
    for target in own.isEmpty ? page.lines(of: statement.followingLinks) : own {
      guard let line = target.line else { continue }
      let ids = try Int64.fetchAll(
        database,
        sql: """
          SELECT passage.id FROM passage JOIN document ON document.id = passage.document
          WHERE document.path = ? AND first_line <= ? AND last_line >= ?
          """, arguments: [target.path, line, line])
      found.formUnion(ids)
      if ids.isEmpty { broken.append(Citation(path: target.path, lines: line...line)) }
    }
    return (found, broken)
  }

  /// The passages worth a look, with all their signals.
  private func candidates(
    of run: SearchRun, within owners: [Int64: Int64], linked: Set<Int64>
  ) throws -> ([Fusion.Candidate], warnings: [String]) {
    let model = try IndexedModel(in: database)
    let vectors = try model.map { try run.snapshot.vectors(of: $0, in: database) }
    let legs = try run.legs(
      for: statement.text, lexical: LexicalQuery(statement.text, analyzer: analyzer),
      allowed: PassageSet(owners.keys, of: run.snapshot.terms), model: model, vectors: vectors)
    let ranked = Fusion.weightedSum(weight: Fusion.defaultWeight).fuse(legs.candidates)
    var chosen = Array(ranked.prefix(Self.depth))
    let rest = ranked.dropFirst(Self.depth)
    chosen += rest.filter { linked.contains($0.passage) }
    let known = Set(ranked.map(\.passage))
    for passage in linked.subtracting(known).sorted() where owners[passage] != nil {
      chosen.append(Fusion.Candidate(passage: passage, bm25: 0))
    }
    if let tokens = run.tokens(of: legs) {
      let compared = try tokens.compare(with: chosen.map(\.passage))
      for index in chosen.indices { chosen[index].maxSim = compared[index]?.score }
    }
    return (chosen, legs.warnings)
  }

  /// Best support first.
  private func scored(
    _ candidates: [Fusion.Candidate]
  ) throws -> [(candidate: Fusion.Candidate, score: Double)] {
    let numbers = NumberMatch(statement.text)
    return try candidates.compactMap { candidate in
      guard let passage = try StoredPassage(candidate.passage, in: database) else { return nil }
      let share = numbers.share(
        in: passage.text, title: passage.document.title, date: passage.document.date,
        start: passage.start)
      let score = SupportEstimate.probability(
        cosine: candidate.cosine, maxSim: candidate.maxSim, coverage: candidate.coverage,
        numbers: share)
      return (candidate, score)
    }.sorted { ($1.score, $0.candidate.passage) < ($0.score, $1.candidate.passage) }
  }

  // MARK: Hits

  /// The passage with its text read from the file; `nil` where that has changed.
  private func hit(_ candidate: Fusion.Candidate) throws -> Hit? {
    var selection = HitSelection(
      database: database, reader: searcher.reader, options: SearchOptions(limit: 1),
      analyzer: analyzer,
      highlighter: Highlighter(
        LexicalQuery(statement.text, analyzer: analyzer), analyzer: analyzer))
    try selection.take(from: [candidate])
    return selection.hits.first
  }
}
