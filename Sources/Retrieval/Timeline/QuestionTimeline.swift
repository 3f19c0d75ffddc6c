internal import Corpus
internal import Digest
internal import GRDB

/// Answers one question as a timeline, on one state of the index.
struct QuestionTimeline {
  let searcher: Searcher
  let database: Database
  let query: Query
  let options: TimelineOptions
  private let analyzer = Analyzer()

  /// Hits that are looked at.
  private static let depth = 300

  init(searcher: Searcher, database: Database, query: Query, options: TimelineOptions) {
    self.searcher = searcher
    self.database = database
    var query = query
    var options = options
    // Entries are held against the days, not the documents that they stand in.
    options.after = [options.after, query.filter.after].compactMap(\.self).max()
    options.before = [options.before, query.filter.before].compactMap(\.self).min()
    query.filter.after = nil
    query.filter.before = nil
    self.query = query
    self.options = options
  }

  func timeline() throws -> Timeline {
    let search = SearchOptions(limit: Self.depth, filter: options.filter)
    let response = try SearchRun(
      searcher: searcher, database: database, query: query, options: search
    ).response()
    var timeline = Timeline(question: query.original)
    timeline.answerable = response.answerable
    timeline.corrections = response.corrections
    timeline.warnings = response.warnings
    let hits = response.hits.filter { !$0.signals.priors.contains(.list) }
    let good = hits.filter { $0.score >= options.leastScore }
    timeline.weak = hits.count - good.count
    let question = question(corrected: response.corrections)
    var entries = EntryCollector(
      database: database, reader: searcher.reader, compiled: try CompiledLayers(in: database),
      relevance: ClaimRelevance(
        question, analyzer: analyzer, terms: try searcher.index.snapshot(in: database).terms),
      highlighter: Highlighter(question, analyzer: analyzer))
    for hit in good { try entries.add(hit) }
    timeline.warnings += entries.warnings.filter { !timeline.warnings.contains($0) }
    timeline.undated = entries.undated.map(\.description)
    let chosen = EntryFolder(analyzer: analyzer).folded(entries.entries)
      .filter { options.includes($0.time) }
    let limit = options.limit ?? chosen.count
    timeline.omitted = max(0, chosen.count - limit)
    timeline.entries = Array(chosen.prefix(limit))
    timeline.sort()
    return timeline
  }

  /// What was looked up, with words that were taken for others replaced by those.
  private func question(corrected words: [String: String]) -> LexicalQuery {
    let text = SpellingCorrector.corrected(query.text, by: words, analyzer: analyzer)
    return LexicalQuery(text, analyzer: analyzer).adding(query.phrases, analyzer: analyzer)
  }
}
