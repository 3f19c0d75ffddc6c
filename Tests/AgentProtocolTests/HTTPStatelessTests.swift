import AgentProtocol
import Testing

/// Requests of the HTTP transport that stand for themselves.
@Suite struct HTTPStatelessTests: SampleHTTP {
  @Test func requestsStandForThemselves() async throws {
    let sample = try SampleServer()
    defer { withExtendedLifetime(sample) {} }
    let http = StreamableHTTP(sample.server)
    let found = try await alone(http, "server/discover")
    #expect(found.status == 200)
    #expect(found.header("content-type") == "application/json")
    #expect(found.header("mcp-session-id") == nil)
    let answer = try await alone(
      http, "tools/call", ["name": "ask", "arguments": ["question": "ghosts"]], name: "ask")
    #expect(try answer.value()["result"]?["resultType"]?.text == "complete")
    #expect(try await alone(http, "nonsense").status == 404)
    #expect(try await alone(http, "tools/call", ["name": "x"], name: "x").status == 400)
    #expect(try await alone(http, "initialize").status == 400)
    #expect(await get(http, "GET", ["MCP-Protocol-Version": "2026-07-28"]).status == 405)
    #expect(await get(http, "DELETE", ["MCP-Protocol-Version": "2026-07-28"]).status == 405)
  }

  @Test func headersSayWhatTheBodySays() async throws {
    let sample = try SampleServer()
    defer { withExtendedLifetime(sample) {} }
    let http = StreamableHTTP(sample.server)
    for changing in [
      ["MCP-Protocol-Version": nil], ["MCP-Protocol-Version": "2025-11-25"], ["Mcp-Method": nil],
      ["Mcp-Method": "tools/list"], ["Mcp-Name": nil], ["Mcp-Name": "show"],
      ["Mcp-Name": "=?base64?!!?="], ["Mcp-Name": "=?base64?c2hvdw==?="],
    ] as [[String: String?]] {
      let answer = try await alone(
        http, "tools/call", ["name": "ask", "arguments": ["question": "x"]], name: "ask",
        changing: changing)
      #expect(answer.status == 400, "\(changing)")
      #expect(try answer.value().code == -32020, "\(changing)")
    }
    let coded = try await alone(
      http, "tools/call", ["name": "ask", "arguments": ["question": "x"]], name: "ask",
      changing: ["Mcp-Name": "=?base64?YXNr?="])
    #expect(coded.status == 200)
    let twice = HTTPCall(
      method: "POST",
      headers: Self.json + [
        ("MCP-Protocol-Version", "2026-07-28"), ("Mcp-Method", "tools/list"),
        ("mcp-method", "tools/list"),
      ], body: try JSONText.write(request("tools/list", ["_meta": SampleClient.envelope])))
    #expect(try await http.answer(twice).value().code == -32020)
  }

  @Test func revisionsThatAreNotSpoken() async throws {
    let sample = try SampleServer()
    defer { withExtendedLifetime(sample) {} }
    let http = StreamableHTTP(sample.server)
    let meta: JSONValue = [
      "io.modelcontextprotocol/protocolVersion": "2030-01-01",
      "io.modelcontextprotocol/clientCapabilities": [:],
    ]
    let later = try await post(
      http, request("tools/list", ["_meta": meta]),
      ["MCP-Protocol-Version": "2030-01-01", "Mcp-Method": "tools/list"])
    #expect(later.status == 400)
    #expect(try later.value().code == -32022)
    let bare = try await post(
      http, request("tools/list"),
      ["MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/list"])
    #expect(bare.status == 400)
    #expect(try bare.value().code == -32602)
  }

  @Test func notificationsWithoutSession() async throws {
    let sample = try SampleServer()
    defer { withExtendedLifetime(sample) {} }
    let http = StreamableHTTP(sample.server)
    let note: JSONValue = ["jsonrpc": "2.0", "method": "notifications/cancelled"]
    #expect(
      try await post(http, note, ["MCP-Protocol-Version": "2026-07-28"]).status == 202)
    #expect(
      try await post(http, note, ["MCP-Protocol-Version": "2030-01-01"]).status == 400)
    let reply: JSONValue = ["jsonrpc": "2.0", "id": 1, "result": [:]]
    #expect(
      try await post(http, reply, ["MCP-Protocol-Version": "2026-07-28"]).status == 400)
    #expect(
      try await post(http, [note], ["MCP-Protocol-Version": "2026-07-28"]).status == 400)
  }

  @Test func aSubscriptionIsAStreamOfEvents() async throws {
    let sample = try SampleServer()
    defer { withExtendedLifetime(sample) {} }
    let http = StreamableHTTP(sample.server)
    let answer = try await alone(
      http, "subscriptions/listen", ["notifications": ["resourcesListChanged": true]])
    #expect(answer.status == 200)
    var events = try #require(answer.events).makeAsyncIterator()
    let first = String(decoding: try #require(await events.next()), as: UTF8.self)
    #expect(first.contains("notifications/subscriptions/acknowledged"))
    http.close()
    let last = String(decoding: try #require(await events.next()), as: UTF8.self)
    #expect(last.contains("\"result\""))
    #expect(await events.next() == nil)
    let json = HTTPCall(
      method: "POST",
      headers: [
        ("content-type", "application/json"), ("accept", "application/json"),
        ("mcp-protocol-version", "2026-07-28"), ("mcp-method", "subscriptions/listen"),
      ],
      body: try JSONText.write(
        request(
          "subscriptions/listen", ["_meta": SampleClient.envelope, "notifications": [:]])))
    #expect(await http.answer(json).status == 406)
  }

  @Test func progressComesAsEvents() async throws {
    let sample = try SampleServer()
    defer { withExtendedLifetime(sample) {} }
    let http = StreamableHTTP(sample.server)
    var meta = SampleClient.envelope.fields ?? [:]
    meta["progressToken"] = 7
    let answer = try await post(
      http,
      request(
        "tools/call",
        ["name": "ask", "arguments": ["question": "ghosts"], "_meta": .object(meta)]),
      ["MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/call", "Mcp-Name": "ask"])
    let frames = try await answer.frames()
    #expect(frames.first?.contains("notifications/progress") == true)
    #expect(frames.last?.contains("\"structuredContent\"") == true)
  }
}
