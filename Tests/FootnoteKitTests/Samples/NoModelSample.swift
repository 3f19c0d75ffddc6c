import FootnoteKit

/// The code of the article "Without a model".
enum NoModelSample {
  static func words(_ notes: Knowledge) async throws -> SearchResponse {
    // snippet: lexical
    let answer = try await notes.ask("boiler", options: SearchOptions(mode: .lexical))
    // end
    return answer
  }

  static func check(_ folder: String) throws -> String? {
    // snippet: check
    let session = try Session(SessionOptions(root: folder))
    do {
      print("encoding with", try session.modelDirectory().path)
    } catch {
      return ErrorMessage(error).description
    }
    // end
    return nil
  }

  static func state(_ answer: SearchResponse) {
    // snippet: state
    print(answer.mode)  // lexical, where meaning was not to be had
    print(answer.index.embedded)  // share of the passages that have a vector
    print(answer.warnings)
    // end
  }
}
