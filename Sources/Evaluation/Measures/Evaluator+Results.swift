extension Evaluator {
  /// Number of ranks that `EvaluationResult.recallByDepth` covers.
  public static let recallDepth = 100

  /// Evaluates a run against qrels.
  ///
  /// Every query of the qrels counts, whether or not the run has it and whether or not anything is
  /// relevant to it; queries of the run without judgements do not.
  ///
  /// - Parameter kinds: Query → kind; others get the empty kind.
  public static func evaluate(
    _ run: Run, qrels: Qrels, measures: [Measure] = Measure.standard, kinds: [String: String] = [:]
  ) -> EvaluationResult {
    let judged = qrels.grades.keys.sortedByBytes().map { id in
      let ranking = run.ranking(of: id)
      return JudgedAnswer(
        id: id, kind: kinds[id] ?? "", isAnswered: !ranking.isEmpty,
        ranking: JudgedRanking(ranking: ranking, grades: qrels.grades[id] ?? [:]))
    }
    return result(name: run.name, judged, measures)
  }

  /// Evaluates retrieved passages against judged ones.
  ///
  /// Queries that nothing answers are left out: no ranking is better than another for them.
  ///
  /// - Parameter passages: Query → passages, best first.
  public static func evaluate(
    name: String, queries: [JudgedQuery], passages: [String: [RetrievedPassage]],
    measures: [Measure] = Measure.standard
  ) -> EvaluationResult {
    let judged = queries.filter(\.isAnswerable).map { query in
      let retrieved = passages[query.id] ?? []
      return JudgedAnswer(
        id: query.id, kind: query.kind, isAnswered: !retrieved.isEmpty,
        ranking: JudgedRanking(passages: retrieved, relevant: query.relevant))
    }
    return result(name: name, judged, measures)
  }

  private static func result(
    name: String, _ judged: [JudgedAnswer], _ measures: [Measure]
  ) -> EvaluationResult {
    EvaluationResult(
      name: name,
      queries: judged.map { answer in
        QueryResult(
          id: answer.id, kind: answer.kind, values: values(of: measures, for: answer.ranking),
          isAnswered: answer.isAnswered)
      },
      recallByDepth: recallByDepth(judged.map(\.ranking)))
  }

  /// Mean recall at depths 1 to `recallDepth`. Complexity: O(rankings · depth).
  static func recallByDepth(_ rankings: [JudgedRanking]) -> [Double] {
    guard !rankings.isEmpty else { return [] }
    var sums = [Double](repeating: 0, count: recallDepth)
    for ranking in rankings where !ranking.ideal.isEmpty {
      var found = 0
      for depth in sums.indices {
        if depth < ranking.gains.count, ranking.gains[depth] > 0 { found += 1 }
        sums[depth] += Double(found) / Double(ranking.ideal.count)
      }
    }
    return sums.map { $0 / Double(rankings.count) }
  }
}

/// A query's answer, judged.
private struct JudgedAnswer {
  let id: String
  let kind: String
  let isAnswered: Bool
  let ranking: JudgedRanking
}
