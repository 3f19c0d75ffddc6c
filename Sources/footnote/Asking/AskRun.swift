import FootnoteKit

/// One question: refresh, answer, encode, answer again.
struct AskRun {
  /// So few passages are encoded before the first answer: that takes about a second.
  private static let fewPassages = 64

  let asker: Asker
  let refresher: Refresher
  private var console: Console { asker.console }
  private var request: AskRequest { asker.request }

  init(asker: Asker, refresher: Refresher) {
    self.asker = asker
    self.refresher = refresher
  }

  func run(_ question: String) throws -> ExitStatus {
    try refresher.refresh()
    var response = try answer(question)
    if asker.wantsEncoding(response), refresher.mayEncode {
      if answersTwice(response) { return try answerTwice(question, first: response) }
      if try refresher.encode().encoded > 0 {
        response = try answer(question)
      }
    }
    asker.sayWarnings(of: response)
    if !console.isInteractive { asker.sayShare(of: response) }
    return try show(response)
  }

  private func answer(_ question: String) throws -> SearchResponse {
    try refresher.mending { try asker.answer(question, stale: refresher.stale) }
  }

  /// Whether somebody waits for an answer while much is to be encoded.
  private func answersTwice(_ response: SearchResponse) -> Bool {
    let pending = Double(response.index.passages) * (1 - response.index.embedded)
    return console.isInteractive && request.format == .text && !request.opens
      && pending > Double(Self.fewPassages)
  }

  private func answerTwice(
    _ question: String, first: SearchResponse
  ) throws -> ExitStatus {
    let status = try show(first)
    try console.output.flush()
    console.note(
      "so far from what is encoded; meaning follows (Ctrl-C keeps what is done and ends)")
    let encoding = try refresher.encode()
    guard !encoding.wasInterrupted else {
      console.note("stopped; what is encoded is kept, and the next ask goes on")
      return status
    }
    guard encoding.encoded > 0 else { return status }
    let response = try answer(question)
    asker.sayWarnings(of: response)
    try console.output.line()
    return try show(response)
  }

  private func show(_ answer: SearchResponse) throws -> ExitStatus {
    let response = asker.judged(answer)
    try AnswerWriter(asker: asker).write(response)
    guard let best = response.hits.first else {
      console.note(nothing(response, refused: !answer.hits.isEmpty))
      return .nothingFound
    }
    if request.opens { try open(best) }
    return .found
  }

  private func nothing(_ response: SearchResponse, refused: Bool) -> String {
    let place = "in " + AnswerFooter(response).text
    return refused
      ? "the knowledge base does not seem to answer this: \(place)"
      : "nothing found: \(place); try other words or fewer filters"
  }

  private func open(_ hit: Hit) throws {
    try console.output.flush()
    let (session, path) = asker.group.place(of: hit.document.path)
    let call = try EditorCall(
      path: session.knowledgeBase.absolutePath(of: path), line: hit.lines.lowerBound,
      environment: console.environment)
    try call.replaceProcess()
  }
}
