internal import Corpus
internal import GRDB
internal import InvertedIndex

/// What a question itself says of the documents that it wants: the page that it names, the time that it
/// names. Both move passages up; neither excludes any.
struct QuestionPriors {
  let database: Database
  let analyzer: Analyzer
  let terms: InvertedIndex

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
    let documents = try Set(
      Int64.fetchAll(
        database, sql: "SELECT id FROM document WHERE date >= ? AND date < ?",
        arguments: [days.lowerBound.description, days.upperBound.description]))
    var result = ranking
    for index in result.indices {
      guard let document = document(of: result[index].passage), documents.contains(document)
      else { continue }
      result[index].fused *= Self.timely
      result[index].reasons.append(.time)
    }
    return Fusion.sorted(result)
  }

  /// Puts the best passage of the first of some documents that has any in the ranking first, a mere list
  /// only where the document has nothing else; the rest keeps its order.
  func putFirst(
    _ documents: [Int64], in ranking: [Fusion.Candidate]
  ) -> [Fusion.Candidate] {
    if documents.isEmpty { return ranking }
    let owners = ranking.map { document(of: $0.passage) }
    for document in documents {
      let places = ranking.indices.filter { owners[$0] == document }
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

  private func document(of passage: Int64) -> Int64? {
    terms.ordinal(of: passage).map(terms.document(at:))
  }
}
