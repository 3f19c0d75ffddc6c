import AgentProtocol
import Foundation
import Testing

/// Clients of the HTTP transport that have made a handshake.
@Suite struct HTTPSessionTests: SampleHTTP {
  @Test func aSessionIsOpenedAskedAndClosed() async throws {
    let sample = try SampleServer()
    defer { withExtendedLifetime(sample) {} }
    let http = StreamableHTTP(sample.server)
    let session = try await open(http)
    let header = ["mcp-session-id": session, "MCP-Protocol-Version": "2025-11-25"]
    let answer = try await post(
      http, request("tools/call", ["name": "ask", "arguments": ["question": "ghosts"]]), header)
    #expect(answer.status == 200)
    // What is logged because of the question comes before the answer.
    let frames = try await answer.frames()
    #expect(frames.first?.contains("notifications/message") == true)
    #expect(frames.last?.contains("\"isError\":false") == true)
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
}
