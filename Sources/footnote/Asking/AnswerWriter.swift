import FootnoteKit
import TerminalOutput

/// Writes an answer in the format that was asked for.
struct AnswerWriter {
  let asker: Asker
  private var console: Console { asker.console }
  private var request: AskRequest { asker.request }
  private var links: CitationLinks? { request.links.explicit(for: asker.group) }

  init(asker: Asker) {
    self.asker = asker
  }

  /// - Parameter id: The question's name in a batch.
  func write(_ response: SearchResponse, id: String? = nil) throws {
    if hidesRemarks(response, id: id) { asker.sayRemarks(of: response) }
    switch request.format {
    case .text:
      if !response.hits.isEmpty { try console.output.write(try text(response)) }
    case .markdown:
      if !response.hits.isEmpty { try console.output.write(try markdown(response)) }
    case .json:
      try console.output.line(JSONLine.encode(AskJSON(response, id: id), links: links))
    case .jsonl where id != nil:
      try console.output.line(JSONLine.encode(AskJSON(response, id: id), links: links))
    case .jsonl:
      for hit in response.hits {
        try console.output.line(JSONLine.encode(HitJSON(hit), links: links))
      }
    case .files:
      var seen: Set<PathKey> = []
      for hit in response.hits where seen.insert(PathKey(hit.document.path)).inserted {
        let line = PathLine.text(of: hit.document.path, isSeen: console.sanitizes)
        try console.output.line(line)
      }
    case .trec:
      let isMerged = asker.group.sessions.count > 1
      for line in TRECLines(response, id: id ?? "1", isMerged: isMerged).lines {
        try console.output.line(line)
      }
    }
  }

  /// Whether what is written has no place for remarks.
  private func hidesRemarks(_ response: SearchResponse, id: String?) -> Bool {
    switch request.format {
    case .text, .markdown: response.hits.isEmpty
    case .json: false
    case .jsonl: id == nil
    case .files, .trec: true
    }
  }

  private func text(_ response: SearchResponse) throws -> String {
    let hits = HitText(
      palette: console.palette, width: console.width, explains: request.explains,
      surroundings: try surroundings(response),
      citations: request.links.mark(for: asker.group, in: console))
    return AnswerText(response, hits: hits, explains: request.explains).text
  }

  private func markdown(_ response: SearchResponse) throws -> String {
    let text = MarkdownAnswer(
      response, surroundings: try surroundings(response), links: links
    ).text
    return console.sanitizes ? text.withoutControls : text
  }

  private func surroundings(_ response: SearchResponse) throws -> [Int: CitedText] {
    guard let context = request.context else { return [:] }
    var result: [Int: CitedText] = [:]
    for hit in response.hits {
      result[hit.rank] = try asker.group.surroundings(of: hit, context: context)
    }
    return result
  }
}
