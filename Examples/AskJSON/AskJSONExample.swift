import FootnoteKit
import Foundation

/// Answers every line of standard input as a line of JSON, in the form of `footnote ask --format json`.
///
///     swift run -c release example-ask-json ~/notes < questions.txt
@main
struct AskJSONExample {
  static func main() async {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: example-ask-json FOLDER < QUESTIONS\n".utf8))
      exit(2)
    }
    do {
      let notes = try Knowledge(folder: CommandLine.arguments[1])
      while let question = readLine() {
        print(try await line(question, from: notes))
      }
      await notes.close()
    } catch {
      FileHandle.standardError.write(Data((ErrorMessage(error).description + "\n").utf8))
      exit(2)
    }
  }

  /// A question that cannot be asked ends nothing: its line says why.
  private static func line(_ question: String, from notes: Knowledge) async throws -> String {
    do {
      return try JSONLine.encode(AskJSON(try await notes.ask(question)))
    } catch let error as QueryError {
      return try JSONLine.encode(
        FailedQuestionJSON(id: nil, query: question, error: error.message))
    }
  }
}
