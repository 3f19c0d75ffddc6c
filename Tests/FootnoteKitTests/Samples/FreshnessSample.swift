import FootnoteKit

/// The code of the article "Keeping the index fresh".
enum FreshnessSample {
  static func run(_ notes: Knowledge, _ serve: @escaping @Sendable () async throws -> Void)
    async throws
  {
    // snippet: maintain
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask {
        await notes.maintain { level, line in print(level, line) }
      }
      try await serve()
      tasks.cancelAll()
    }
    await notes.close()
    // end
  }

  static func answer(_ notes: Knowledge, _ question: String) async throws -> SearchResponse {
    // snippet: run
    let answer = try await notes.run { try $0.search(question) }
    // end
    return answer
  }

  static func slice(_ notes: Knowledge) async throws -> Int {
    // snippet: slice
    let options = Session.PreparationOptions(deadline: .now + .seconds(10))
    let done = try await notes.index(options)
    let left = done.reduce(0) { $0 + ($1.encoding?.remaining ?? 0) }
    print("\(left) passages have no vector yet")
    // end
    return left
  }

  static func asItIs(_ folder: String) throws -> Knowledge {
    // snippet: frozen
    let notes = try Knowledge(folder: folder, refreshes: false)
    // end
    return notes
  }
}
