internal import Corpus
internal import GRDB

/// What a question itself says of the documents that it wants: the page that it names, the time that it
/// names. Both move passages up; neither excludes any.
struct QuestionPriors {
  let database: Database
  let analyzer: Analyzer

  /// What the score of a passage from the named time is multiplied by; chosen on judged questions, see
  /// `docs/ranking.md`.
  static let timely = 1.15
  /// A question of more words than a name has names no page.
  private static let mostWords = 8

  /// The document of the page that the whole question names, in any order and inflection of its words;
  /// compiled pages before raw sources. `nil` where it names none.
  func namedPage(_ question: String) throws -> Int64? {
    let words = AliasOrigin.words(question, analyzer: analyzer)
    guard !words.isEmpty, words.split(separator: " ").count <= Self.mostWords else { return nil }
    return try Int64.fetchOne(
      database,
      sql: """
        SELECT alias.document FROM alias JOIN document ON document.id = alias.document
        WHERE alias.words = ? AND alias.origin != 'shown'
        ORDER BY document.layer = 'raw', alias.origin != 'title', document.path LIMIT 1
        """, arguments: [words])
  }

  /// Lifts the passages of documents from `days`.
  func lift(_ ranking: [Fusion.Candidate], from days: Range<CalendarDate>) throws
    -> [Fusion.Candidate]
  {
    let passages = try Set(
      Int64.fetchAll(
        database,
        sql: """
          SELECT passage.id FROM passage JOIN document ON document.id = passage.document
          WHERE document.date >= ? AND document.date < ?
          """, arguments: [days.lowerBound.description, days.upperBound.description]))
    var result = ranking
    for index in result.indices where passages.contains(result[index].passage) {
      result[index].fused *= Self.timely
    }
    return Fusion.sorted(result)
  }

  /// Puts the best passage of a page first that is not a mere list; the rest keeps its order.
  func putFirst(
    _ document: Int64, in ranking: [Fusion.Candidate]
  ) throws -> [Fusion.Candidate] {
    guard let best = ranking.first else { return ranking }
    let passages = try Set(
      Int64.fetchAll(
        database, sql: "SELECT id FROM passage WHERE document = ?", arguments: [document]))
    let place = ranking.firstIndex { passages.contains($0.passage) && $0.prior == 1 }
    guard let place, place > 0 else { return ranking }
    var result = ranking
    var candidate = result.remove(at: place)
    candidate.fused = best.fused
    // Of equal scores the lower id would come first, which this one need not have.
    candidate.fused = candidate.fused.nextUp
    result.insert(candidate, at: 0)
    return result
  }
}
