import AgentProtocol
import Testing

/// Requests of the HTTP transport, without a socket.
protocol SampleHTTP {}

extension SampleHTTP {
  static var json: [(name: String, value: String)] {
    [
      (name: "Content-Type", value: "application/json; charset=utf-8"),
      (name: "Accept", value: "application/json, text/event-stream"),
    ]
  }

  func post(
    _ http: StreamableHTTP, _ message: JSONValue, _ headers: [String: String] = [:]
  ) async throws -> HTTPAnswer {
    let call = HTTPCall(
      method: "POST", headers: Self.json + headers.map { (name: $0.key, value: $0.value) },
      body: try JSONText.write(message))
    return await http.answer(call)
  }

  func get(
    _ http: StreamableHTTP, _ method: String, _ headers: [String: String]
  ) async -> HTTPAnswer {
    await http.answer(
      HTTPCall(method: method, headers: headers.map { (name: $0.key, value: $0.value) }))
  }

  func request(_ method: String, _ params: [String: JSONValue] = [:]) -> JSONValue {
    ["jsonrpc": "2.0", "id": 1, "method": .string(method), "params": .object(params)]
  }

  /// A request without handshake, with the headers that belong to it.
  func alone(
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
  func open(
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
}

extension HTTPAnswer {
  func header(_ name: String) -> String? {
    headers.first { $0.name == name }?.value
  }

  var events: EventStream? {
    if case .events(let events) = body { events } else { nil }
  }

  /// What a stream says until its end.
  func frames() async throws -> [String] {
    var frames: [String] = []
    for await frame in try #require(events) {
      frames.append(String(decoding: frame, as: UTF8.self))
    }
    return frames
  }

  func value() throws -> JSONValue {
    guard case .complete(let bytes) = body else { throw NotComplete() }
    return try JSONText.read(bytes)
  }

  struct NotComplete: Error {}
}
