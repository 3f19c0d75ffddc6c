/// What one way of searching found for one question.
struct BenchAnswer {
  /// A passage, or the document of a collection that it stands for.
  struct Found {
    /// What a run calls it: the id of a document, or a citation.
    var name: String
    var passage: RetrievedPassage
  }

  var id: String
  /// Best first.
  var found: [Found]
  var milliseconds: Double
  /// See `SearchResponse.answerable`.
  var answerable: Double?
}

extension Run {
  /// The answers as a run that every reader ranks in the same order: where a score is not below the one
  /// before it, as a 32-bit float, which is what trec_eval keeps, it becomes the next smaller one.
  init(name: String, answers: [BenchAnswer]) {
    var entries: [String: [Entry]] = [:]
    for answer in answers {
      var last = Float.infinity
      entries[answer.id] = answer.found.map { found in
        last = min(Float(found.passage.score), last.nextDown)
        return Entry(document: found.name, score: Double(last))
      }
    }
    self.init(name: name, entries: entries)
  }
}
