internal import Foundation

/// Scores runs of any system, as trec_eval reads them, and compares all of them with the first.
public struct RunScoring: Sendable {
  /// What the runs are held against.
  public enum Judgements: Sendable {
    case documents(name: String, Qrels)
    /// The identifiers of a run are citations of passages of the knowledge base.
    case passages(name: String, [JudgedQuery], KnowledgeBase)
  }

  private let judgements: Judgements
  private let measures: [Measure]
  private let sampling: SamplingSettings

  /// How runs are scored.
  public init(
    _ judgements: Judgements, measures: [Measure] = Measure.standard,
    sampling: SamplingSettings = SamplingSettings()
  ) {
    self.judgements = judgements
    self.measures = measures
    self.sampling = sampling
  }

  /// Reads qrels in TREC's or BEIR's form, told apart by the number of fields.
  ///
  /// - Throws: `EvaluationError`, `BenchError`.
  public static func qrels(file: String) throws -> Qrels {
    let text = String(decoding: try JSONLinesFile.contents(of: file), as: UTF8.self)
    let first = text.split(whereSeparator: \.isNewline).first ?? ""
    let isBEIR = first.split(whereSeparator: \.isWhitespace).count == 3
    let qrels: Qrels
    do throws(EvaluationError) {
      qrels = try isBEIR ? Qrels(beir: text) : Qrels(trec: text)
    } catch {
      throw error.inFile(file)
    }
    guard !qrels.grades.isEmpty else {
      throw BenchError.unusable(path: file, reason: "it has no judgement")
    }
    return qrels
  }

  /// The report over runs, each named after its file.
  ///
  /// - Throws: `EvaluationError`, `BenchError`.
  public func score(files: [String]) throws -> BenchReport {
    let results = try zip(files, names(of: files)).map { file, name in
      try result(of: run(file: file, name: name), file: file)
    }
    let measure = measures.first ?? .nDCG(10)
    var report = BenchReport(
      dataset: dataset, modes: results.map { BenchReport.Mode(result: $0) }, compared: [],
      settings: sampling)
    report.comparisons = SystemComparison.corrected(
      results.dropFirst().map { result in
        SystemComparison(
          measure: measure, baseline: results[0], candidate: result, settings: sampling)
      })
    return report
  }

  private var dataset: String {
    switch judgements {
    case .documents(let name, _), .passages(let name, _, _): name
    }
  }

  private func run(file: String, name: String) throws -> Run {
    let text = String(decoding: try JSONLinesFile.contents(of: file), as: UTF8.self)
    do throws(EvaluationError) {
      var run = try Run(trec: text)
      run.name = name
      return run
    } catch {
      throw error.inFile(file)
    }
  }

  private func result(of run: Run, file: String) throws -> EvaluationResult {
    switch judgements {
    case .documents(_, let qrels):
      return Evaluator.evaluate(run, qrels: qrels, measures: measures)
    case .passages(_, let queries, let base):
      let reader = CitedPassageReader(base)
      var passages: [String: [RetrievedPassage]] = [:]
      for query in queries {
        passages[query.id] = try run.ranking(of: query.id).map { name in
          do throws(CitationError) {
            return reader.passage(try Citation(parsing: name))
          } catch {
            throw BenchError.unusable(path: file, reason: error.message)
          }
        }
      }
      return Evaluator.evaluate(
        name: run.name, queries: queries, passages: passages, measures: measures)
    }
  }

  /// The names of the files without endings, or their whole paths where these would be equal.
  private func names(of files: [String]) -> [String] {
    let stems = files.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
    return Set(stems).count == stems.count ? stems : files
  }
}
