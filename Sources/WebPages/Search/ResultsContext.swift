/// What `results.mustache` reads: one of a start, an answer and a problem.
struct ResultsContext: Sendable {
  /// A question or a filter that cannot be read.
  struct Problem: Sendable {
    var message: String
    var remedy: String?
  }

  /// Read out when it has replaced another.
  var announce = ""
  var start: StartContext?
  var answer: AnswerContext?
  var problem: Problem?
}
