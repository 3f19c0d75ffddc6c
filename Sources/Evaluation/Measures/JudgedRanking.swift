/// A ranking brought to gains: the form that every measure is computed from.
///
///     let ranking = JudgedRanking(ranking: ["a", "b"], grades: ["b": 2, "c": 1])
///     ranking.gains  // [0, 2]
///     ranking.ideal  // [2, 1]
public struct JudgedRanking: Sendable, Hashable {
  /// The grade at each rank, 0 where the document is not relevant.
  public var gains: [Int]
  /// All positive grades of the query, descending: the gains of the best ranking there is.
  public var ideal: [Int]

  /// A ranking of these gains.
  public init(gains: [Int], ideal: [Int]) {
    self.gains = gains
    self.ideal = ideal
  }

  /// - Parameters:
  ///   - ranking: Documents, best first. One that is listed again counts only at its first rank.
  ///   - grades: The grades of the judged documents.
  public init(ranking: [String], grades: [String: Int]) {
    var seen: Set<String> = []
    gains = ranking.map { document in
      let grade = grades[document] ?? 0
      return grade > 0 && seen.insert(document).inserted ? grade : 0
    }
    ideal = grades.values.filter { $0 > 0 }.sorted(by: >)
  }
}
