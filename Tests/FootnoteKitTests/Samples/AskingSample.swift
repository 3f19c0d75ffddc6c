import FootnoteKit
import Foundation

/// The code of the article "Asking and reading citations".
enum AskingSample {
  static func filtered(_ notes: Knowledge) async throws -> SearchResponse {
    // snippet: filter
    let answer = try await notes.ask(
      "what is bacterial code?",
      filter: FilterRequest(layers: ["raw"], after: "2025-06"),
      options: SearchOptions(limit: 5, perDocument: 1))
    // end
    return answer
  }

  static func likely(_ answer: SearchResponse) {
    // snippet: answerable
    if answer.isLikelyAnswered {
      for hit in answer.hits where hit.score > 0.3 { print(hit.citation) }
    } else {
      print("not in these notes")
    }
    // end
  }

  static func kept(_ notes: Knowledge, _ hit: Hit) async throws -> CitedText {
    // snippet: keep
    var citation = hit.citation
    citation.hash = hit.hash
    let kept = citation.description  // raw/2025/7.6.md:1@9f2c41aa

    let today = try await notes.show(kept, context: 2)
    switch today.state {
    case .current, .unchecked: print(today.text)
    case .moved(let place): print("moved to", place)
    case .gone: print(today.reason ?? "gone")
    }
    // end
    return today
  }

  static func marked(_ hit: Hit) -> [String] {
    // snippet: highlights
    let scalars = Array(hit.text.unicodeScalars)
    let words = hit.highlights.map { range in
      String(String.UnicodeScalarView(scalars[range]))
    }
    // end
    return words
  }

  static func context(_ answer: SearchResponse) -> [Hit] {
    // snippet: budget
    let passages = TokenBudget(tokens: 2000).packing(answer.hits)
    let prompt = passages.map { "\($0.citation)\n\($0.text)" }.joined(separator: "\n\n")
    // end
    print(prompt)
    return passages
  }

  static func sources(_ notes: Knowledge) async throws -> ConceptSources {
    // snippet: sources
    let sources = try await notes.sources(of: "bacterial code")
    for source in sources.sources {
      print(source.document.path, source.evidence, source.passages.first?.citation ?? "")
    }
    for missing in sources.unresolved { print("leads nowhere:", missing.reference) }
    // end
    return sources
  }

  static func provenance(_ notes: Knowledge) async throws -> Provenance? {
    // snippet: provenance
    let page = try await notes.provenance(of: "bacterial code")
    for statement in page?.statements ?? [] where !statement.isSupported {
      print("no source says:", statement.statement.text)
    }
    // end
    return page
  }

  static func json(_ answer: SearchResponse) throws -> AskJSON {
    // snippet: json
    let line = try JSONLine.encode(AskJSON(answer))
    let read = try JSONDecoder().decode(AskJSON.self, from: Data(line.utf8))
    print(read.hits.map(\.citation))
    // end
    return read
  }
}
