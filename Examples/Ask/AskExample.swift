import FootnoteKit
import Foundation

/// Asks a folder of markdown a question and prints the passages that answer it, each with its citation.
///
///     swift run -c release example-ask ~/notes what did we decide about backups
@main
struct AskExample {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count > 1 else {
      warn("usage: example-ask FOLDER QUESTION…")
      exit(2)
    }
    do {
      let isAnswered = try await answer(arguments.dropFirst().joined(separator: " "), arguments[0])
      exit(isAnswered ? 0 : 1)
    } catch {
      warn(ErrorMessage(error).description)
      exit(2)
    }
  }

  /// Whether there was anything to print.
  private static func answer(_ question: String, _ folder: String) async throws -> Bool {
    let notes = try Knowledge(folder: folder)
    for preparation in try await notes.index(progress: { progress in
      warn("\(progress.stage.rawValue): \(progress.done) of \(progress.total)")
    }) {
      for note in preparation.notes { warn(note) }
    }
    let answer = try await notes.ask(question, options: SearchOptions(limit: 3))
    if !answer.isLikelyAnswered { print("Nothing here seems to answer this; the nearest:\n") }
    for hit in answer.hits {
      print("\(hit.rank). \(hit.document.title)\n   \(hit.citation)\n")
      print(hit.text.split(separator: "\n").map { "   \($0)" }.joined(separator: "\n"), "\n")
    }
    await notes.close()
    return !answer.hits.isEmpty
  }

  private static func warn(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
