import FootnoteKit
import Foundation

/// How many questions a second are answered without a server: as many at a time as there are cores, by the same
/// warm searchers that `footnote serve` uses.
///
///     in-process KNOWLEDGE_BASE QUESTIONS SECONDS [INDEX]
///
/// QUESTIONS holds one question a line. Prints one line of JSON.
@main
struct InProcess {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4, let seconds = Double(arguments[3]) else {
      FileHandle.standardError.write(
        Data("usage: in-process KNOWLEDGE_BASE QUESTIONS SECONDS [INDEX]\n".utf8))
      exit(2)
    }
    let text = try String(contentsOfFile: arguments[2], encoding: .utf8)
    let questions = text.split(separator: "\n").map(String.init)
    let options = SessionOptions(
      root: arguments[1], index: arguments.count > 4 ? arguments[4] : nil,
      workingDirectory: FileManager.default.currentDirectoryPath,
      environment: ProcessInfo.processInfo.environment)
    let session = try Session(options)
    _ = try session.prepare()
    let live = try LiveGroup([session])
    _ = try await measure(live, questions, seconds: min(2, seconds))
    let answered = try await measure(live, questions, seconds: seconds)
    print(
      #"{"questions": \#(answered.count), "seconds": \#(answered.seconds), "per_second": \#(Double(answered.count) / answered.seconds)}"#
    )
  }

  private static func measure(
    _ live: LiveGroup, _ questions: [String], seconds: Double
  ) async throws -> (count: Int, seconds: Double) {
    let start = ContinuousClock.now
    let end = start + .seconds(seconds)
    let workers = 2 * LiveGroup.cores
    let count = try await withThrowingTaskGroup(of: Int.self) { group in
      for worker in 0..<workers {
        group.addTask {
          var place = worker * questions.count / workers
          var count = 0
          while ContinuousClock.now < end {
            let question = questions[place % questions.count]
            _ = try await live.run { try $0.search(question) }
            place += 1
            count += 1
          }
          return count
        }
      }
      return try await group.reduce(0, +)
    }
    return (count, (ContinuousClock.now - start) / .seconds(1))
  }
}
