/// How what is found is named and judged.
enum BenchJudge {
  /// Each document once, at its best passage; `ids` by path.
  case documents(Qrels, ids: [String: String])
  case passages([JudgedQuery])

  /// Number of passages of a document that are asked for.
  var perDocument: Int? {
    switch self {
    case .documents: 1
    case .passages: nil
    }
  }

  func found(_ hit: Hit) -> BenchAnswer.Found {
    let name =
      switch self {
      case .documents(_, let ids): ids[hit.document.path] ?? hit.document.path
      case .passages: hit.citation.description
      }
    return BenchAnswer.Found(
      name: name,
      passage: RetrievedPassage(
        path: hit.document.path, lines: hit.lines, bytes: hit.bytes, text: hit.text,
        score: hit.signals.fused))
  }

  func evaluate(
    _ answers: [BenchAnswer], name: String, measures: [Measure]
  ) -> EvaluationResult {
    switch self {
    case .documents(let qrels, _):
      return Evaluator.evaluate(
        Run(name: name, answers: answers), qrels: qrels, measures: measures)
    case .passages(let queries):
      let passages = Dictionary(
        answers.map { ($0.id, $0.found.map(\.passage)) }, uniquingKeysWith: { first, _ in first })
      return Evaluator.evaluate(
        name: name, queries: queries, passages: passages, measures: measures)
    }
  }

  /// The best of an answer with their grades, for reports.
  func labels(of answer: BenchAnswer, limit: Int) -> [RankedLabel] {
    let gains: [Int]
    switch self {
    case .documents(let qrels, _):
      let grades = qrels.grades[answer.id] ?? [:]
      gains = JudgedRanking(ranking: answer.found.map(\.name), grades: grades).gains
    case .passages(let queries):
      let relevant = queries.first { $0.id == answer.id }?.relevant ?? []
      gains = JudgedRanking(passages: answer.found.map(\.passage), relevant: relevant).gains
    }
    return zip(answer.found, gains).prefix(limit).map { RankedLabel(label: $0.name, grade: $1) }
  }
}
