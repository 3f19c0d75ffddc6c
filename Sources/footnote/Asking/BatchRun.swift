import FootnoteKit

/// Many questions: one answer a line, in the order of the questions.
struct BatchRun {
  let asker: Asker
  let refresher: Refresher
  private var console: Console { asker.console }

  init(asker: Asker, refresher: Refresher) {
    self.asker = asker
    self.refresher = refresher
  }

  /// - Parameter path: A file, or `-` for standard input. Its lines are answered as they come.
  /// - Returns: As grep: `error` where a line could not be asked, whatever the others found.
  func run(_ path: String) throws -> ExitStatus {
    let reader = try LineReader(path: path)
    try refresher.refresh()
    var isPrepared = false
    var number = 0
    var hasFound = false
    var hasFailed = false
    while let line = try reader.next() {
      guard let question = BatchQuestion.read(line, number: number + 1) else { continue }
      number += 1
      switch question {
      case .malformed(let id, let reason):
        hasFailed = true
        try refuse(id: id, query: nil, number: number, reason: reason)
      case .question(let id, let text):
        do {
          if !isPrepared { try encode(for: text) }
          isPrepared = true
          if try answer(text, id: id) { hasFound = true }
        } catch let error as QueryError {
          hasFailed = true
          try refuse(id: id, query: text, number: number, reason: error.message)
        }
      }
      try console.output.flush()
    }
    return hasFailed ? .error : hasFound ? .found : .nothingFound
  }

  /// Encodes what is missing, once, before the first answer.
  private func encode(for question: String) throws {
    var response = try answer(question)
    guard asker.wantsEncoding(response) else { return }
    if refresher.mayEncode, try refresher.encode().encoded > 0 {
      response = try answer(question)
    }
    asker.sayShare(of: response)
  }

  private func answer(_ question: String) throws -> SearchResponse {
    try refresher.mending { try asker.answer(question, stale: refresher.stale) }
  }

  private func answer(_ question: String, id: String) throws -> Bool {
    let response = asker.judged(try answer(question))
    asker.sayWarnings(of: response)
    try AnswerWriter(asker: asker).write(response, id: id)
    return !response.hits.isEmpty
  }

  private func refuse(id: String, query: String?, number: Int, reason: String) throws {
    console.note("question \(number) cannot be asked: \(reason)")
    guard asker.request.format != .trec else { return }
    let answer = FailedQuestionJSON(id: id, query: query, error: reason)
    try console.output.line(JSONLine.encode(answer))
  }
}
