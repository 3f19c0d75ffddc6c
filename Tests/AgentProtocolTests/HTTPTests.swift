import AgentProtocol
import Testing

/// What is true of any request over HTTP.
@Suite struct HTTPTests: SampleHTTP {
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
