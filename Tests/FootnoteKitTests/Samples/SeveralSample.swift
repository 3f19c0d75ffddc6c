import FootnoteKit

/// The code of the article "Several knowledge bases".
enum SeveralSample {
  static func ask(_ work: String, _ home: String) async throws -> SearchResponse {
    // snippet: several
    let notes = try Knowledge(folders: [work, home])
    let answer = try await notes.ask("who repairs the boiler?")
    for hit in answer.hits {
      let (session, path) = notes.group.place(of: hit.document.path)
      print(session.knowledgeBase.name, path, hit.citation)
    }
    // end
    await notes.close()
    return answer
  }

  static func apart(_ folder: String, _ cache: String) throws -> Knowledge {
    // snippet: elsewhere
    let session = try Session(SessionOptions(root: folder, index: cache))
    let notes = Knowledge(opening: [session])
    // end
    return notes
  }
}
