import Foundation
import Testing

/// The coverage table.
struct StatusTests {
  private func rows(_ object: [String: Any], by dimension: String) -> [[String: Any]] {
    (object["coverage"] as? [[String: Any]] ?? []).filter { $0["by"] as? String == dimension }
  }

  /// Runs the tool in a base that stays until it has ended.
  private func run(_ arguments: String...) throws -> Tool.Result {
    let base = try base()
    defer { withExtendedLifetime(base) {} }
    return try base.tool.run(arguments)
  }

  private func base() throws -> SampleBase {
    let base = try SampleBase()
    try base.folder.write(
      "raw/plain.md", "---\nlanguage: de\n---\n\nEins zwei drei. Vier\n\nfünf sechs.\n")
    try base.folder.write("raw/2024/1.2.md", "")
    _ = try base.tool.run("index", "--quiet")
    return base
  }

  @Test func countsByEveryDimension() throws {
    let object = try run("status", "--format", "json").object
    #expect(object["layers"] as? [String: Int] == ["raw": 5, "wiki": 2])
    #expect(
      object["types"] as? [String: Int] == ["post": 3, "transcript": 1, "note": 1, "concept": 2])
    #expect(object["years"] as? [String: Int] == ["2024": 1, "2025": 3])
    #expect(object["languages"] as? [String: Int] == ["de": 1])
    let raw = try #require(rows(object, by: "layer").first { $0["name"] as? String == "raw" })
    #expect(raw["documents"] as? Int == 5)
    #expect(raw["dated"] as? Int == 4 && raw["undated"] as? Int == 1)
    #expect(raw["embedded"] as? Double == 0)
    let german = try #require(rows(object, by: "language").first)
    #expect(german["name"] as? String == "de")
    #expect(german["words"] as? Int == 6 && german["passages"] as? Int == 1)
    let years = rows(object, by: "year")
    #expect(years.map { $0["name"] as? String } == ["2024", "2025", nil])
    #expect(years.last?["documents"] as? Int == 3)
    for dimension in ["layer", "type", "year", "language"] {
      for key in ["documents", "passages"] {
        let sum = rows(object, by: dimension).reduce(0) { $0 + ($1[key] as? Int ?? 0) }
        #expect(sum == object[key] as? Int, "\(dimension) \(key)")
      }
    }
  }

  @Test func theTableIsForPeople() throws {
    let text = try run("status").output
    let lines = text.split(separator: "\n").map(String.init)
    let header = try #require(lines.first { $0.hasPrefix("coverage") })
    #expect(
      header.split(separator: " ").map(String.init)
        == ["coverage", "documents", "passages", "words", "embedded", "dated", "undated"])
    #expect(
      lines.contains { $0.hasPrefix("  no date ") }
        && lines.contains { $0.hasPrefix("  not said ") })
    #expect(lines.allSatisfy { $0.count <= 80 || $0.contains("/") })
  }

  @Test func narrowTerminalsGetFewerColumns() throws {
    let base = try base()
    guard var terminal = try Terminal(base.tool) else { return }
    terminal.columns = 40
    let text = try terminal.run("status").replacing(#/\u{1B}\[[0-9;]*[mK]/#, with: "")
    let table = text.split(separator: "\n").drop { !$0.hasPrefix("coverage") }
    #expect(table.count > 10 && table.allSatisfy { $0.count <= 40 }, "\(text)")
    #expect(table.first?.contains("passages") == true && table.first?.contains("undated") == false)
  }

  @Test func vectorsAreCounted() throws {
    guard let base = try SampleBase.withModel() else { return }
    try base.folder.write("raw/empty.md", "")
    _ = try base.tool.run("index", "--quiet")
    let object = try base.tool.run("status", "--format", "json").object
    #expect(object["embedded"] as? Double == 1)
    let types = rows(object, by: "type")
    #expect(types.first { $0["name"] as? String == "concept" }?["embedded"] as? Double == 1)
    // Nothing to encode is not all encoded.
    #expect(types.first { $0["name"] as? String == "note" }?["embedded"] as? Double == 0)
  }
}
