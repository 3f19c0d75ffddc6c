internal import Corpus
internal import Foundation
internal import GRDB

extension Searcher {
  /// Every source for a concept, by evidence, best first.
  ///
  /// - Parameters:
  ///   - concept: Name or path of a page, or any words where there is no page.
  ///   - passages: Number of passages to show of each source at most.
  /// - Throws: `QueryError.emptyConcept`, `IndexError`, `EncoderError`.
  public func sources(of concept: String, passages: Int = 3) throws -> ConceptSources {
    guard !AliasOrigin.fold(concept).isEmpty else { throw QueryError.emptyConcept(concept) }
    return try index.read { database in
      try SourceFinder(searcher: self, database: database, passages: passages).find(concept)
    }
  }
}

/// Finds the sources of one concept on one state of the index.
struct SourceFinder {
  let searcher: Searcher
  let database: Database
  let passages: Int
  private let analyzer = Analyzer()

  /// A source that is only related in meaning must be one with this probability. Low on purpose: the
  /// list is ordered, and a source that is missing from it cannot be found at all. Chosen on judged
  /// concepts, see `docs/ranking.md`.
  static let leastProbability = 0.043
  /// Number of sources that are only related, so that a large knowledge base is not listed whole.
  static let relatedLimit = 100

  init(searcher: Searcher, database: Database, passages: Int) {
    self.searcher = searcher
    self.database = database
    self.passages = passages
  }

  func find(_ concept: String) throws -> ConceptSources {
    let pages = try ConceptPage(database: database, analyzer: analyzer).candidates(for: concept)
    let page = pages.first
    var collector = try SourceCollector(database: database, analyzer: analyzer, page: page)
    var names = [concept]
    if let page {
      try collector.addDeclared(by: page)
      try collector.addCited(by: page)
      names = try self.names(of: page)
    }
    try collector.addMentions(of: names)
    let owners = try owners(within: collector.candidates)
    let ranking = try ConceptRanking(searcher: searcher, database: database, analyzer: analyzer)
      .rank(names, page: page, within: Set(owners.keys))
    let best = bestByDocument(ranking.candidates, owners: owners)
    // Closeness is relative to the best; without a page to vouch for the concept that one must be near.
    if page != nil || Self.isNear(ranking.candidates.first) { addRelated(best, to: &collector) }
    let summary = try page.flatMap(summary)
    var result = ConceptSources(
      concept: summary?.title ?? concept, page: summary,
      alternatives: try pages.dropFirst().compactMap { try self.summary($0)?.path }, sources: [],
      unresolved: collector.unresolved, warnings: ranking.warnings)
    try fill(&result, collector.evidence, best, names: names)
    return result
  }

  // MARK: The concept

  /// Its title and declared names; what links show of it is often a remark and not a name.
  private func names(of page: Int64) throws -> [String] {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT name FROM alias WHERE document = ? AND origin IN ('title', 'declared')",
      arguments: [page])
    var names: [String] = []
    for name in rows.map({ $0[0] as String }) {
      names.append(name)
      // "Autoresearch (Agent-Driven ML Research)" is called Autoresearch in a text.
      if let open = name.firstIndex(of: "("), name.last == ")" {
        names.append(String(name[..<open]).trimmed)
      }
    }
    var seen: Set<String> = []
    return names.filter { !$0.isEmpty && seen.insert(AliasOrigin.fold($0)).inserted }
  }

  private func summary(_ document: Int64) throws -> DocumentSummary? {
    try Row.fetchOne(
      database, sql: "SELECT \(DocumentSummary.columns) FROM document WHERE id = ?",
      arguments: [document]
    ).map { try DocumentSummary(row: $0, from: 0) }
  }

  // MARK: Meaning

  /// The document of every passage that can belong to a source.
  private func owners(within documents: Set<Int64>) throws -> [Int64: Int64] {
    var owners: [Int64: Int64] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT id, document FROM passage")
    while let row = try rows.next() {
      if documents.contains(row[1]) { owners[row[0]] = row[1] }
    }
    return owners
  }

  private func bestByDocument(
    _ candidates: [Fusion.Candidate], owners: [Int64: Int64]
  ) -> [Int64: [Fusion.Candidate]] {
    var best: [Int64: [Fusion.Candidate]] = [:]
    for candidate in candidates {
      guard let owner = owners[candidate.passage] else { continue }
      best[owner, default: []].append(candidate)
    }
    return best
  }

  private static func isNear(_ candidate: Fusion.Candidate?) -> Bool {
    guard let candidate else { return false }
    let probability = RelevanceEstimate.probability(
      cosine: candidate.cosine, maxSim: candidate.maxSim, coverage: candidate.coverage)
    return probability >= 0.15
  }

  private func addRelated(
    _ best: [Int64: [Fusion.Candidate]], to collector: inout SourceCollector
  ) {
    let ranked = best.compactMap { document, candidates in
      candidates.first.map { (document: document, score: $0.fused) }
    }.sorted { ($1.score, $0.document) < ($0.score, $1.document) }
    guard let top = ranked.first?.score else { return }
    for item in ranked.prefix(Self.relatedLimit) {
      let probability = Self.probability([.related], closeness: top > 0 ? item.score / top : 0)
      guard probability >= Self.leastProbability else { break }
      collector.add(.related, item.document)
    }
  }

  // MARK: The answer

  private func fill(
    _ result: inout ConceptSources, _ evidence: [Int64: Set<Evidence>],
    _ best: [Int64: [Fusion.Candidate]], names: [String]
  ) throws {
    let lexical = LexicalQuery(names.joined(separator: " "), analyzer: analyzer)
    let top = best.values.compactMap(\.first?.fused).max() ?? 0
    for (document, kinds) in evidence {
      guard let summary = try summary(document) else { continue }
      var selection = HitSelection(
        database: database, reader: searcher.reader, options: SearchOptions(limit: passages),
        analyzer: analyzer, highlighter: Highlighter(lexical, analyzer: analyzer))
      let candidates = try best[document] ?? firstPassage(of: document)
      try selection.take(from: candidates)
      result.warnings += selection.warnings
      let closeness = top > 0 ? (candidates.first?.fused ?? 0) / top : 0
      result.sources.append(
        ConceptSource(
          document: summary, evidence: kinds.sorted(),
          score: Self.probability(kinds, closeness: closeness),
          passages: selection.hits))
    }
    result.sources.sort { ($1.score, $0.document.path) < ($0.score, $1.document.path) }
  }

  /// The probability that a document is a source for the concept: a logistic regression on its evidence
  /// and its closeness, fitted to judged concepts; see `docs/ranking.md`.
  ///
  /// - Parameter closeness: Its best passage's fused score as a share of the best of all, 0 ... 1.
  private static func probability(_ kinds: Set<Evidence>, closeness: Double) -> Double {
    let x = kinds.sorted().reduce(-5.323 + 5.831 * closeness) { $0 + $1.weight }
    return 1 / (1 + exp(-x))
  }

  /// A source without any word or meaning in common is shown by its beginning.
  private func firstPassage(of document: Int64) throws -> [Fusion.Candidate] {
    try Int64.fetchAll(
      database, sql: "SELECT id FROM passage WHERE document = ? ORDER BY ordinal LIMIT 1",
      arguments: [document]
    ).map { Fusion.Candidate(passage: $0, bm25: 0) }
  }
}

extension String {
  fileprivate var trimmed: String {
    let end = lastIndex { !$0.isWhitespace }
    return end.map { String(self[...$0]) } ?? ""
  }
}
