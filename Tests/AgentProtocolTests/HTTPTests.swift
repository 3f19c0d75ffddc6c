import AgentProtocol
import Foundation
import Testing

/// The rules of the HTTP transport, without a socket.
@Suite struct HTTPTests {
  private static let json = [
    (name: "Content-Type", value: "application/json; charset=utf-8"),
    (name: "Accept", value: "application/json, text/event-stream"),
  ]

  private func post(
    _ http: StreamableHTTP, _ message: JSONValue, _ headers: [String: String] = [:]
  ) async throws -> HTTPAnswer {
    let call = HTTPCall(
      method: "POST", headers: Self.json + headers.map { (name: $0.key, value: $0.value) },
      body: try JSONText.write(message))
    return await http.answer(call)
  }

  private func get(
    _ http: StreamableHTTP, _ method: String, _ headers: [String: String]
  ) async -> HTTPAnswer {
    await http.answer(
      HTTPCall(method: method, headers: headers.map { (name: $0.key, value: $0.value) }))
  }

  private func request(_ method: String, _ params: [String: JSONValue] = [:]) -> JSONValue {
    ["jsonrpc": "2.0", "id": 1, "method": .string(method), "params": .object(params)]
  }

  /// A request without handshake, with the headers that belong to it.
  private func alone(
    _ http: StreamableHTTP, _ method: String, _ params: [String: JSONValue] = [:],
    name: String? = nil, changing: [String: String?] = [:]
  ) async throws -> HTTPAnswer {
    var headers: [String: String?] = [
      "MCP-Protocol-Version": "2026-07-28", "Mcp-Method": method, "Mcp-Name": name,
    ]
    for (key, value) in changing { headers[key] = .some(value) }
    return try await post(
      http, request(method, params.merging(["_meta": SampleClient.envelope]) { $1 }),
      headers.compactMapValues(\.self))
  }

  /// The name of a new session.
  private func open(
    _ http: StreamableHTTP, _ revision: ProtocolRevision = .november2025
  ) async throws -> String {
    let answer = try await post(
      http,
      request(
        "initialize",
        [
          "protocolVersion": .string(revision.rawValue), "capabilities": [:], "clientInfo": [:],
        ]))
    #expect(answer.status == 200)
    let session = try #require(answer.header("mcp-session-id"))
    #expect(session.allSatisfy { $0.isASCII && $0.isHexDigit } && session.count == 32)
    let ready = try await post(
      http, ["jsonrpc": "2.0", "method": "notifications/initialized"], ["Mcp-Session-Id": session])
    #expect(ready.status == 202)
    return session
  }

  // MARK: Sessions

  @Test func aSessionIsOpenedAskedAndClosed() async throws {
    let sample = try SampleServer()
    defer { withExtendedLifetime(sample) {} }
    let http = StreamableHTTP(sample.server)
    let session = try await open(http)
    let header = ["mcp-session-id": session, "MCP-Protocol-Version": "2025-11-25"]
    let answer = try await post(
      http, request("tools/call", ["name": "ask", "arguments": ["question": "ghosts"]]), header)
    #expect(answer.status == 200)
    #expect(try answer.value()["result"]?["isError"]?.flag == false)
    let unknown = try await post(http, request("nonsense"), header)
    #expect(unknown.status == 200)
    #expect(try unknown.value().code == -32601)
    #expect(await get(http, "DELETE", header).status == 204)
    #expect(try await post(http, request("ping"), header).status == 404)
    #expect(await get(http, "DELETE", header).status == 404)
  }

  @Test func aSessionIsNeeded() async throws {
    let sample = try SampleServer()
    defer { withExtendedLifetime(sample) {} }
    let http = StreamableHTTP(sample.server)
    #expect(try await post(http, request("ping")).status == 400)
    #expect(try await post(http, request("ping"), ["Mcp-Session-Id": "x"]).status == 404)
    #expect(await get(http, "GET", [:]).status == 400)
    #expect(await get(http, "GET", ["Mcp-Session-Id": "x"]).status == 404)
    #expect(await get(http, "DELETE", [:]).status == 400)
    let failed = try await post(http, request("initialize"))
    #expect(failed.status == 400)
    #expect(failed.header("mcp-session-id") == nil)
  }

  @Test func theRevisionMustBeThatOfTheSession() async throws {
    let sample = try SampleServer()
    defer { withExtendedLifetime(sample) {} }
    let http = StreamableHTTP(sample.server)
    let session = try await open(http, .june2025)
    for (version, status) in [("2025-06-18", 200), ("2025-11-25", 400), ("nonsense", 400)] {
      let answer = try await post(
        http, request("ping"), ["Mcp-Session-Id": session, "MCP-Protocol-Version": version])
      #expect(answer.status == status, "\(version)")
    }
    #expect(try await post(http, request("ping"), ["Mcp-Session-Id": session]).status == 200)
  }

  @Test func batchesInASession() async throws {
    let sample = try SampleServer()
    defer { withExtendedLifetime(sample) {} }
    let http = StreamableHTTP(sample.server)
    let session = try await open(http, .march2025)
    let batch: JSONValue = [request("ping"), ["jsonrpc": "2.0", "method": "nonsense"]]
    let answer = try await post(http, batch, ["Mcp-Session-Id": session])
    #expect(try answer.value().list?.count == 1)
    let quiet: JSONValue = [["jsonrpc": "2.0", "method": "nonsense"]]
    #expect(try await post(http, quiet, ["Mcp-Session-Id": session]).status == 202)
  }

  @Test func messagesOfNoRequestAreFetched() async throws {
    let sample = try SampleServer()
    let http = StreamableHTTP(sample.server)
    let watch = Task { await sample.server.watch(every: .milliseconds(10)) }
    defer { watch.cancel() }
    let header = ["Mcp-Session-Id": try await open(http), "Accept": "text/event-stream"]
    let stream = await get(http, "GET", header)
    #expect(stream.status == 200)
    #expect(stream.header("content-type") == "text/event-stream")
    #expect(await get(http, "GET", header).status == 409)
    var events = try #require(stream.events).makeAsyncIterator()
    #expect(await events.next() == Array(": \n\n".utf8))
    let uri: JSONValue = "footnote://document/raw/2025/7.6.md"
    let session = ["Mcp-Session-Id": header["Mcp-Session-Id"] ?? ""]
    let subscribed = try await post(http, request("resources/subscribe", ["uri": uri]), session)
    #expect(try subscribed.value()["result"] != nil)
    try sample.write("Another text.\n", to: "raw/2025/7.6.md")
    _ = try await post(
      http, request("tools/call", ["name": "ask", "arguments": ["question": "text"]]), session)
    let frame = String(decoding: try #require(await events.next()), as: UTF8.self)
    #expect(frame.hasPrefix("event: message\ndata: {") && frame.hasSuffix("}\n\n"))
    #expect(frame.contains("notifications/"))
    http.close()
    while await events.next() != nil {}
    #expect(await get(http, "GET", header).status == 404)
  }

  @Test func whoStopsReadingMayFetchAgain() async throws {
    let sample = try SampleServer()
    defer { withExtendedLifetime(sample) {} }
    let http = StreamableHTTP(sample.server)
    let header = ["Mcp-Session-Id": try await open(http)]
    let reader = Task {
      var events = await get(http, "GET", header).events?.makeAsyncIterator()
      while await events?.next() != nil {}
    }
    try await Task.sleep(for: .milliseconds(50))
    #expect(await get(http, "GET", header).status == 409)
    reader.cancel()
    await reader.value
    #expect(await get(http, "GET", header).status == 200)
  }

  // MARK: Without session

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
    var frames: [String] = []
    for await frame in try #require(answer.events) {
      frames.append(String(decoding: frame, as: UTF8.self))
    }
    #expect(frames.first?.contains("notifications/progress") == true)
    #expect(frames.last?.contains("\"structuredContent\"") == true)
  }

  // MARK: Any request

  @Test func bodiesAreChecked() async throws {
    let sample = try SampleServer()
    defer { withExtendedLifetime(sample) {} }
    let http = StreamableHTTP(sample.server)
    let call = { (body: String, type: String, accept: String) in
      await http.answer(
        HTTPCall(
          method: "POST", headers: [("content-type", type), ("accept", accept)],
          body: Array(body.utf8)))
    }
    let both = "application/json, text/event-stream"
    let ping = #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#
    #expect(await call("nonsense", "application/json", both).status == 400)
    #expect(await call(ping, "text/plain", both).status == 415)
    #expect(await call(ping, "application/jsonp", both).status == 415)
    #expect(await call(ping, "application/json", "text/html").status == 406)
    #expect(await call(ping, "application/json", "application/json;q=0").status == 406)
    #expect(await call(ping, "application/json", "*/*").status == 400)
    let huge = String(repeating: "x", count: StreamableHTTP.longestBody)
    #expect(await call("\"\(huge)\"", "application/json", both).status == 413)
    for method in ["PUT", "PATCH", "OPTIONS", "HEAD"] {
      let answer = await get(http, method, [:])
      #expect(answer.status == 405)
      #expect(answer.header("allow") == "GET, POST, DELETE")
    }
  }
}

extension HTTPAnswer {
  func header(_ name: String) -> String? {
    headers.first { $0.name == name }?.value
  }

  var events: EventStream? {
    if case .events(let events) = body { events } else { nil }
  }

  func value() throws -> JSONValue {
    guard case .complete(let bytes) = body else { throw NotComplete() }
    return try JSONText.read(bytes)
  }

  struct NotComplete: Error {}
}
