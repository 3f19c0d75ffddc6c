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

  /// The documents that the whole question names, in any order and inflection of its words; compiled
  /// pages before raw sources. Empty where it names none.
  func namedPages(_ question: String) throws -> [Int64] {
    let words = AliasOrigin.words(question, analyzer: analyzer)
    guard !words.isEmpty, words.split(separator: " ").count <= Self.mostWords else { return [] }
    return try Int64.fetchAll(
      database,
      sql: """
        SELECT alias.document FROM alias JOIN document ON document.id = alias.document
        WHERE alias.words = ? AND alias.origin != 'shown'
        ORDER BY document.layer = 'raw', alias.origin != 'title', document.path LIMIT 100
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
      result[index].reasons.append(.time)
    }
    return Fusion.sorted(result)
  }

  /// Puts the best passage of the first of some documents that has any in the ranking first, a mere list
  /// only where the document has nothing else; the rest keeps its order.
  func putFirst(
    _ documents: [Int64], in ranking: [Fusion.Candidate]
  ) throws -> [Fusion.Candidate] {
    for document in documents {
      let passages = try Set(
        Int64.fetchAll(
          database, sql: "SELECT id FROM passage WHERE document = ?", arguments: [document]))
      let places = ranking.indices.filter { passages.contains(ranking[$0].passage) }
      guard let place = places.first(where: { ranking[$0].prior == 1 }) ?? places.first else {
        continue
      }
      var result = ranking
      var candidate = result.remove(at: place)
      // Of equal scores the lower id would come first, which this one need not have.
      if place > 0 { candidate.fused = ranking[0].fused.nextUp }
      candidate.reasons.append(.page)
      result.insert(candidate, at: 0)
      return result
    }
    return ranking
  }
}
