import AgentProtocol
import FootnoteKit
import Foundation
import Testing

/// Tools and what they hand to a model.
@Suite struct ToolTests {
  @Test func answersAreStructuredWhereTheRevisionHasThat() async throws {
    let sample = try SampleServer()
    for revision in [ProtocolRevision.march2025, .june2025, .november2025] {
      let client = try await SampleClient(sample, revision)
      let answer = try await client.call("ask", ["question": "bacterial code"])
      #expect(answer["result"]?["isError"]?.flag == false)
      #expect(answer.toolText?.contains("raw/2025/7.6.md:1") == true)
      #expect((answer.structured != nil) == (revision >= .june2025))
      let tools = try await client.ask("tools/list")["result"]?["tools"]?.list ?? []
      #expect(tools.allSatisfy { ($0["outputSchema"] != nil) == (revision >= .june2025) })
      #expect(tools.allSatisfy { $0["annotations"]?["readOnlyHint"]?.flag == true })
    }
  }

  @Test(
    arguments: [
      [:], ["question": 7], ["question": ""], ["question": " \n"], ["question": "x", "limit": 0],
      ["question": "x", "limit": .number(1.5)], ["question": "x", "layer": "wiki"],
      ["question": "x", "mode": "magic"], ["question": "x", "strict": "yes"],
      ["question": "x", "nonsense": 1], ["question": "x", "budget": -1],
    ] as [JSONValue])
  func wrongArguments(_ arguments: JSONValue) async throws {
    let sample = try SampleServer()
    let params = ["name": "ask", "arguments": arguments]
    let old = try await SampleClient(sample, .june2025)
    #expect(try await old.ask("tools/call", params).code == -32602)
    let new = try await SampleClient(sample, .november2025)
    let answer = try await new.ask("tools/call", params)
    #expect(answer["result"]?["isError"]?.flag == true)
    #expect(answer.toolText?.contains("argument") == true)
  }

  @Test func whatGoesWrongIsToldToTheModel() async throws {
    let client = try await SampleClient(SampleServer(), .june2025)
    for (name, arguments) in [
      ("ask", ["question": "x", "after": "never"]), ("ask", ["question": "layer:none x"]),
      ("related", ["target": "no such page"]), ("provenance", ["page": "no such page"]),
      ("show", ["citation": "raw/2025/7.6.md:99"]), ("show", ["citation": "../x.md:1"]),
      ("show", ["citation": "/etc/passwd:1"]), ("show", ["citation": "nonsense"]),
    ] as [(String, [String: JSONValue])] {
      let answer = try await client.call(name, arguments)
      #expect(answer["result"]?["isError"]?.flag == true, "\(name) \(arguments)")
      #expect(answer.structured == nil)
    }
    #expect(try await client.call("nonsense").code == -32602)
    #expect(try await client.ask("tools/call").code == -32602)
    #expect(try await client.ask("tools/call", ["name": "ask", "arguments": 7]).code == -32602)
  }

  @Test func theBudgetBoundsWhatIsHandedOver() async throws {
    var files: [String: String] = [:]
    for number in 0..<30 {
      let words = (0..<(number % 3 == 0 ? 50 : 10)).map { "word\(number * 1000 + $0)" }
      files["raw/\(number).md"] = "Lighthouses \(words.joined(separator: " ")).\n"
    }
    files["raw/copy.md"] = files["raw/1.md"]
    let client = try await SampleClient(SampleServer(files), .november2025)
    let whole = try await client.call("ask", ["question": "lighthouses", "budget": 100_000])
    let ranking = whole.structured?["hits"]?.list?.compactMap { $0["citation"]?.text } ?? []
    #expect(ranking.count == 30, "what repeats another is folded")
    for budget in [300, 500, 1000] {
      let answer = try await client.call(
        "ask", ["question": "lighthouses", "budget": .integer(budget)])
      let hits = answer.structured?["hits"]?.list?.compactMap { $0["citation"]?.text } ?? []
      #expect((1..<30).contains(hits.count))
      #expect(hits == ranking.filter(hits.contains), "the best come first")
      let text = try #require(answer.toolText)
      let cost = TokenBudget.estimate(text)
      #expect(cost <= budget)
      // The longest passages take less than 200: more room than that would hold one more.
      #expect(cost > budget - 200)
    }
    let none = try await client.call("ask", ["question": "lighthouses", "budget": 1])
    #expect(none.structured?["hits"]?.list?.isEmpty == true)
    let advice = try #require(none.toolText)
    let least = try #require(advice.firstMatch(of: /fits into 1 tokens; .* (\d+)/)?.output.1)
    let enough = try await client.call(
      "ask", ["question": "lighthouses", "budget": .integer(Int(least) ?? 0)])
    #expect(enough.hitCount == 1)
  }

  @Test func aBudgetIsNotFilledWithWhatHardlyMatters() async throws {
    var files: [String: String] = [:]
    for number in 0..<4 {
      let words = (0..<60).map { "word\(number * 1000 + $0)" }
      files["raw/\(number).md"] = "Lighthouses warn ships. \(words.joined(separator: " ")).\n"
    }
    files["raw/short.md"] = "Ships sail.\n"
    let client = try await SampleClient(SampleServer(files), .november2025)
    let ask = { (budget: JSONValue) in
      try await client.call("ask", ["question": "lighthouses warn ships", "budget": budget])
        .structured?["hits"]?.list?.compactMap { $0["path"]?.text } ?? []
    }
    let whole = try await ask(10_000)
    #expect(whole.count == 5 && whole.last == "raw/short.md", "what fits is not left out")
    let some = try await ask(500)
    #expect((1..<4).contains(some.count) && !some.contains("raw/short.md"))
  }

  @Test func severalBasesAreAskedAsOne() async throws {
    let client = try await SampleClient(SampleServer(bases: ["one", "two"]), .november2025)
    let answer = try await client.call("ask", ["question": "bacterial code"])
    let paths = Set(answer.structured?["hits"]?.list?.compactMap { $0["path"]?.text } ?? [])
    #expect(paths == ["one/raw/2025/7.6.md", "one/wiki/concepts/bacterial-code.md"])
    let repeated = answer.structured?["hits"]?.list?.flatMap { $0["duplicates"]?.list ?? [] } ?? []
    #expect(
      Set(repeated.compactMap(\.text)) == [
        "two/raw/2025/7.6.md:1", "two/wiki/concepts/bacterial-code.md:9",
      ], "what both hold is shown once")
    let shown = try await client.call("show", ["citation": "two/raw/2025/7.6.md:1"])
    #expect(shown.structured?["path"]?.text == "two/raw/2025/7.6.md")
    #expect(try await client.call("status")["result"]?["isError"]?.flag == true)
    let status = try await client.call("status", ["base": "two"])
    #expect(status.structured?["documents"]?.integer == 3)
    let related = try await client.call("related", ["target": "two/raw/2025/7.6.md"])
    #expect(related.structured?["path"]?.text == "two/raw/2025/7.6.md")
  }

  @Test func whatWasJustWrittenIsFound() async throws {
    let sample = try SampleServer()
    let client = try await SampleClient(sample, .november2025)
    #expect(try await client.call("ask", ["question": "lighthouses"]).hitCount == 0)
    try sample.write("Lighthouses shine.\n", to: "raw/new.md")
    let answer = try await client.call("ask", ["question": "lighthouses"])
    #expect(answer.hitCount == 1)
    #expect(answer.structured?["index"]?["stale"]?.integer == 0)
  }

  @Test func progressGrows() async throws {
    let client = SampleClient(try SampleServer())
    var meta = SampleClient.envelope.fields ?? [:]
    meta["progressToken"] = "p"
    _ = try await client.ask(
      "tools/call",
      ["name": "ask", "arguments": ["question": "ghosts"], "_meta": .object(meta)])
    let steps = client.inbox.all.filter { $0["method"]?.text == "notifications/progress" }
    #expect(!steps.isEmpty)
    #expect(steps.allSatisfy { $0["params"]?["progressToken"]?.text == "p" })
    let quiet = SampleClient(try SampleServer())
    _ = try await quiet.askAlone(
      "tools/call", ["name": "ask", "arguments": ["question": "ghosts"]])
    #expect(quiet.inbox.all.isEmpty)
  }

  @Test func theLogHasLevels() async throws {
    let sample = try SampleServer()
    let client = try await SampleClient(sample, .november2025)
    client.connection.log(.info, "hidden")
    client.connection.log(.error, "shown")
    _ = try await client.ask("logging/setLevel", ["level": "debug"])
    client.connection.log(.info, "shown too")
    let lines = client.inbox.all.compactMap { $0["params"]?["data"]?.text }
    #expect(lines == ["shown", "shown too"])
    #expect(try await client.ask("logging/setLevel", ["level": "loud"]).code == -32602)
  }
}

extension SampleClient {
  func call(_ name: String, _ arguments: [String: JSONValue] = [:]) async throws -> JSONValue {
    try await ask("tools/call", ["name": .string(name), "arguments": .object(arguments)])
  }
}

extension JSONValue {
  var hitCount: Int? { structured?["hits"]?.list?.count }
}
