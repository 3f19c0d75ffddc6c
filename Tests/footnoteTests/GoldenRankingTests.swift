import Foundation
import Testing

/// The first hits for a fixed set of questions to the knowledge base that ships, so that no change of the
/// ranking goes unseen. `make golden` writes them anew.
struct GoldenRankingTests {
  private static let depth = 5
  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")
  private static let root = fixtures.appendingPathComponent("../../..").standardizedFileURL

  /// A question with its first citations by mode.
  private struct Ranking: Equatable {
    var question: String
    var citations: [String: [String]] = [:]
  }

  @Test func rankingsAreAsTheyWere() throws {
    let questions = try Self.questions()
    #expect(questions.count >= 40)
    let modes = try ["lexical"] + (Self.hasModel() ? ["hybrid"] : [])
    if modes.count == 1 { print("skipped: hybrid rankings (make model installs the model)") }
    var found = questions.map { Ranking(question: $0) }
    for mode in modes {
      let answers = try Self.answers(questions, mode: mode)
      for index in found.indices { found[index].citations[mode] = answers[index] }
    }
    let file = Self.fixtures.appendingPathComponent("golden-rankings.txt")
    if ProcessInfo.processInfo.environment["FOOTNOTE_REGENERATE_GOLDEN"] == "1" {
      guard modes.count == 2 else {
        Issue.record("without the model only half of the rankings would be written")
        return
      }
      try Data(Self.text(of: found, modes: modes).utf8).write(to: file)
      return
    }
    let expected = Self.rankings(in: String(decoding: try Data(contentsOf: file), as: UTF8.self))
    let report = Self.differences(expected: expected, found: found, modes: modes)
    #expect(report.isEmpty, "rankings changed; if for the better: make golden\n\(report)")
  }

  // MARK: Asking

  private static func questions() throws -> [String] {
    let file = fixtures.appendingPathComponent("golden-questions.txt")
    return String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .compactMap { $0.split(separator: "\t").last.map(String.init) }
  }

  private static var tool: Tool { Tool(folder: root, hasModel: true) }

  private static func hasModel() throws -> Bool {
    let checks = try tool.run("doctor", "--format", "json").object["checks"] as? [[String: Any]]
    return checks?.contains { $0["name"] as? String == "model" && $0["state"] as? String == "ok" }
      ?? false
  }

  /// The index lies beside the binary, so that vectors are made once; the rest of it is made anew.
  private static func answers(_ questions: [String], mode: String) throws -> [[String]] {
    let index = try Tool.binary.deletingLastPathComponent().appendingPathComponent("golden-index")
    let built = try tool.run("index", "--full", "--quiet", "--index", index.path)
    try #require(built.status == 0, "\(built.errors)")
    let result = try tool.run(
      "ask", "--index", index.path, "--no-refresh", "--mode", mode, "--batch", "-", "-n",
      "\(depth)", input: questions.joined(separator: "\n") + "\n")
    try #require(result.objects.count == questions.count, "\(result.errors)")
    return result.objects.map { answer in
      (answer["hits"] as? [[String: Any]] ?? []).compactMap { $0["citation"] as? String }
    }
  }

  // MARK: The file

  private static func text(of rankings: [Ranking], modes: [String]) -> String {
    var lines = ["# The first \(depth) hits of each question; written by make golden."]
    for ranking in rankings {
      lines += ["", "? " + ranking.question]
      for mode in modes {
        for (rank, citation) in (ranking.citations[mode] ?? []).enumerated() {
          lines.append("\(mode) \(rank + 1) \(citation)")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func rankings(in text: String) -> [Ranking] {
    var rankings: [Ranking] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("? ") {
        rankings.append(Ranking(question: String(line.dropFirst(2))))
      } else {
        let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count == 3, let last = rankings.indices.last else { continue }
        rankings[last].citations[parts[0], default: []].append(parts[2])
      }
    }
    return rankings
  }

  /// Each question whose hits differ, with the ranks that they had and have.
  private static func differences(
    expected: [Ranking], found: [Ranking], modes: [String]
  ) -> String {
    var lines: [String] = []
    if expected.map(\.question) != found.map(\.question) {
      lines.append("the questions are others than those of golden-rankings.txt")
    }
    let known = Dictionary(
      expected.map { ($0.question, $0.citations) }, uniquingKeysWith: { first, _ in first })
    for ranking in found {
      for mode in modes {
        let before = known[ranking.question]?[mode] ?? []
        let after = ranking.citations[mode] ?? []
        guard before != after else { continue }
        lines.append("? \(ranking.question) (\(mode))")
        for (rank, citation) in after.enumerated() {
          let old = before.firstIndex(of: citation)
          let change = old.map { $0 == rank ? "     " : "was \($0 + 1)" } ?? "new  "
          lines.append("    \(rank + 1)  \(change)  \(citation)")
        }
        for (rank, citation) in before.enumerated() where !after.contains(citation) {
          lines.append("    -  was \(rank + 1)  \(citation)")
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}
