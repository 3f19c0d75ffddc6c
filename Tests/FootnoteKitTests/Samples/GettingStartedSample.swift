import FootnoteKit

/// The code of the article "Getting started".
enum GettingStartedSample {
  static func ask(_ folder: String) async throws {
    // snippet: ask
    let notes = try Knowledge(folder: folder)
    let answer = try await notes.ask("what did we decide about backups?")
    for hit in answer.hits {
      print(hit.citation, hit.document.title)
      print(hit.text)
    }
    // end
    await notes.close()
  }

  static func index(_ notes: Knowledge) async throws -> [Preparation] {
    // snippet: index
    let done = try await notes.index { progress in
      print("\(progress.stage): \(progress.done) of \(progress.total)")
    }
    for note in done.flatMap(\.notes) { print(note) }
    // end
    return done
  }

  static func errors(_ folder: String) async -> String? {
    // snippet: errors
    do {
      let notes = try Knowledge(folder: folder)
      _ = try await notes.ask("after:never")
    } catch let error as QueryError {
      return error.message
    } catch {
      return ErrorMessage(error).description
    }
    // end
    return nil
  }

  static func limited(_ notes: Knowledge) async throws -> SearchResponse? {
    // snippet: cancel
    let answer = try await withThrowingTaskGroup(of: SearchResponse?.self) { tasks in
      tasks.addTask { try await notes.ask("what did we decide about backups?") }
      tasks.addTask {
        try await Task.sleep(for: .seconds(2))
        return nil
      }
      defer { tasks.cancelAll() }
      return try await tasks.next() ?? nil
    }
    // end
    return answer
  }
}
