/// Asks every question of an input in every mode, and evaluates what is found.
///
///     let outcome = try BenchRunner(session: session, settings: settings).run(input)
///     outcome.report.mode("hybrid")?.result.means["nDCG@10"]
struct BenchRunner {
  /// Questions that are asked in each mode before any is timed, so that files and pages are in memory.
  private static let warmUp = 20
  /// Ranks that reports show of an answer.
  private static let shownRanks = 10

  let session: Session
  let settings: BenchSettings
  let stop: StopToken
  let progress: (BenchProgress) -> Void

  /// - Parameter extra: Questions without an answer beside those of the input.
  /// - Throws: `IndexError`, `EncoderError`; `BenchError.stopped`, or `.question` for one that cannot be
  ///   asked.
  func run(
    _ input: BenchInput, judge: BenchJudge, extra: [BenchQuestion]
  ) throws -> BenchOutcome {
    let questions = try input.questions.map { try parsed($0, of: input) }
    let unanswerable = try (input.unanswerable + extra).map { try parsed($0, of: input) }
    var modes: [BenchReport.Mode] = []
    var runs: [Run] = []
    var rankings: [String: [String: [RankedLabel]]] = [:]
    var warnings: [String] = []
    for mode in settings.modes {
      let searcher = try session.searcher(for: mode)
      let asked = Asked(mode: mode, searcher: searcher, judge: judge)
      for question in questions.prefix(Self.warmUp) {
        _ = try answer(question, asked, &warnings)
      }
      let answers = try self.answers(questions, asked, &warnings)
      let refused = try self.answers(unanswerable, asked, &warnings)
      let result = judge.evaluate(answers, name: mode.rawValue, measures: settings.measures)
      let refusals = Self.refusals(answers, refused)
      modes.append(
        BenchReport.Mode(
          result: result, milliseconds: answers.map(\.milliseconds), refusals: refusals))
      runs.append(Run(name: mode.rawValue, answers: answers))
      rankings[mode.rawValue] = Dictionary(
        answers.map { ($0.id, judge.labels(of: $0, limit: Self.shownRanks)) },
        uniquingKeysWith: { first, _ in first })
    }
    // Only answers from words and meaning together carry one.
    let lacksEstimates = !unanswerable.isEmpty && modes.allSatisfy { $0.refusals == nil }
    return BenchOutcome(
      report: report(input.name, modes), facts: try facts(),
      runs: runs, questions: texts(questions + unanswerable), rankings: rankings,
      lacksEstimates: lacksEstimates, warnings: warnings)
  }

  // MARK: Asking

  private struct Asked {
    let mode: SearchMode
    let searcher: Searcher
    let judge: BenchJudge
  }

  private typealias Parsed = (question: BenchQuestion, query: Query)

  /// Collections are asked word for word; whoever asks a knowledge base may use the syntax of questions.
  private func parsed(_ question: BenchQuestion, of input: BenchInput) throws -> Parsed {
    guard input.needsKnowledgeBase else { return (question, Query(text: question.text)) }
    do throws(QueryError) {
      return (question, try session.parse(question.text))
    } catch {
      throw BenchError.question(id: question.id, reason: error.message)
    }
  }

  private func answers(
    _ questions: [Parsed], _ asked: Asked, _ warnings: inout [String]
  ) throws -> [BenchAnswer] {
    var answers: [BenchAnswer] = []
    for question in questions {
      progress(.asking(mode: asked.mode, done: answers.count, total: questions.count))
      answers.append(try answer(question, asked, &warnings))
    }
    return answers
  }

  private func answer(
    _ parsed: Parsed, _ asked: Asked, _ warnings: inout [String]
  ) throws -> BenchAnswer {
    if stop.isStopped { throw BenchError.stopped }
    let response = try asked.searcher.search(
      parsed.query,
      options: SearchOptions(
        limit: settings.depth, mode: asked.mode, perDocument: asked.judge.perDocument,
        fusion: settings.fusion, comparesAll: settings.comparesAll))
    for warning in response.warnings where !warnings.contains(warning) { warnings.append(warning) }
    return BenchAnswer(
      id: parsed.question.id, found: response.hits.map(asked.judge.found),
      milliseconds: response.milliseconds, answerable: response.answerable)
  }

  // MARK: Figures

  /// `nil` where nothing is unanswerable, or nobody estimates what is.
  private static func refusals(_ answers: [BenchAnswer], _ refused: [BenchAnswer]) -> Refusals? {
    let answerable = answers.compactMap(\.answerable)
    let unanswerable = refused.compactMap(\.answerable)
    guard !refused.isEmpty, answerable.count == answers.count, unanswerable.count == refused.count
    else { return nil }
    return Refusals(
      answerable: answerable, unanswerable: unanswerable,
      threshold: SearchResponse.leastAnswerable)
  }

  /// The fused ranking is compared with each single leg; without it, all modes with each other.
  private func report(_ name: String, _ modes: [BenchReport.Mode]) -> BenchReport {
    let measure = settings.measures.first ?? .nDCG(10)
    var report = BenchReport(
      dataset: name, modes: modes, compared: [measure], settings: settings.sampling)
    if let hybrid = report.mode(SearchMode.hybrid.rawValue) {
      report.comparisons = SystemComparison.corrected(
        modes.filter { $0.name != hybrid.name }.map { leg in
          SystemComparison(
            measure: measure, baseline: leg.result, candidate: hybrid.result,
            settings: settings.sampling)
        })
    }
    return report
  }

  private func facts() throws -> BenchOutcome.Facts {
    let status = try session.index().status()
    let wantsMeaning = settings.modes.contains { $0 != .lexical }
    return BenchOutcome.Facts(
      documents: status.documents, passages: status.passages,
      model: wantsMeaning ? status.model?.name : nil, embedded: status.embedded,
      depth: settings.depth, seed: settings.sampling.seed)
  }

  private func texts(_ questions: [Parsed]) -> [String: String] {
    Dictionary(
      questions.map { ($0.question.id, $0.question.text) }, uniquingKeysWith: { first, _ in first })
  }
}
