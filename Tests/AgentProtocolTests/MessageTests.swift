import AgentProtocol
import Testing

/// What is no message, and messages that come together.
@Suite struct MessageTests {
  @Test(
    arguments: [
      ("", -32700), ("{", -32700), ("7", -32600), ("\"x\"", -32600), ("{}", -32600),
      (#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":true,"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":1,"method":7}"#, -32600),
      (#"{"jsonrpc":"2.0","id":1,"method":"ping","params":[]}"#, -32600),
      ("[]", -32600), (#"[{"jsonrpc":"2.0","id":1,"method":"ping"}]"#, -32600),
    ])
  func malformed(_ text: String, _ code: Int) async throws {
    let client = SampleClient(try SampleServer())
    #expect(try await client.send(Array(text.utf8)).code == code)
    #expect(try await client.ask("ping")["result"] != nil)
  }

  @Test func anErrorNamesTheRequestWhereItCan() async throws {
    let client = SampleClient(try SampleServer())
    let answer = try await client.send(Array(#"{"jsonrpc":"2.0","id":"a","method":7}"#.utf8))
    #expect(answer["id"]?.text == "a")
    #expect(try await client.send(Array("nonsense".utf8))["id"]?.isNull == true)
  }

  @Test func whatNeedsNoAnswerGetsNone() async throws {
    let client = SampleClient(try SampleServer())
    #expect(try await client.send(["jsonrpc": "2.0", "id": 1, "result": [:]]).isNull)
    #expect(try await client.send(["jsonrpc": "2.0", "method": "nonsense"]).isNull)
    #expect(try await client.send(["jsonrpc": "2.0", "id": 1, "error": [:]]).isNull)
  }

  @Test func batchesOfTheRevisionThatHasThem() async throws {
    let client = try await SampleClient(SampleServer(), .march2025)
    let ping: JSONValue = ["jsonrpc": "2.0", "id": "a", "method": "ping"]
    let note: JSONValue = ["jsonrpc": "2.0", "method": "nonsense"]
    let unknown: JSONValue = ["jsonrpc": "2.0", "id": "b", "method": "nonsense"]
    let answers = try await client.send([ping, note, unknown, 7]).list
    #expect(answers?.map { $0["id"]?.text } == ["a", "b", nil])
    #expect(answers?.map(\.code) == [nil, -32601, -32600])
    #expect(try await client.send([note]).isNull)
    #expect(try await client.send(.array([])).code == -32600)
    let many = JSONValue.array(Array(repeating: note, count: AgentConnection.longestBatch + 1))
    #expect(try await client.send(many).code == -32600)
  }

  @Test func batchesOfRevisionsWithout() async throws {
    let client = try await SampleClient(SampleServer(), .june2025)
    #expect(try await client.send([["jsonrpc": "2.0", "id": 1, "method": "ping"]]).code == -32600)
  }

  @Test func anIDIsUsedOnceAtATime() async throws {
    let sample = try SampleServer()
    let client = SampleClient(sample)
    let listen: JSONValue = [
      "jsonrpc": "2.0", "id": 1, "method": "subscriptions/listen",
      "params": ["_meta": SampleClient.envelope, "notifications": [:]],
    ]
    let first = Task { try await client.send(listen) }
    _ = try await client.inbox.wait(for: "notifications/subscriptions/acknowledged")
    #expect(try await client.send(listen).code == -32600)
    client.connection.endSubscriptions()
    #expect(try await first.value["result"] != nil)
  }

  @Test func aCancelledRequestIsNotAnswered() async throws {
    let client = SampleClient(try SampleServer())
    let listen = Task {
      try await client.askAlone("subscriptions/listen", ["notifications": [:]])
    }
    _ = try await client.inbox.wait(for: "notifications/subscriptions/acknowledged")
    try await client.tell("notifications/cancelled", ["requestId": 1])
    #expect(try await listen.value.isNull)
    try await client.tell("notifications/cancelled", ["requestId": 1])
    try await client.tell("notifications/cancelled", ["requestId": [:]])
  }

  @Test func aClosedConnectionBeginsNothing() async throws {
    let client = try await SampleClient(SampleServer(), .november2025)
    client.connection.close()
    #expect(try await client.ask("tools/list").code == -32600)
  }

  @Test func framing() {
    var framing = LineFraming(limit: 10)
    #expect(framing.take(Array("{}\n\r\n \n[1".utf8)) == [.message(Array("{}".utf8))])
    #expect(framing.take(Array(",2]\n".utf8)) == [.message(Array("[1,2]".utf8))])
    #expect(framing.take(Array("0123456789".utf8)) == [])
    #expect(framing.take(Array("0".utf8)) == [])
    #expect(framing.take(Array("123\n1\n".utf8)) == [.tooLong, .message(Array("1".utf8))])
    #expect(framing.take(Array("\u{7F}\n".utf8)).count == 1)
    #expect(framing.end() == nil)
    #expect(framing.take(Array("last".utf8)) == [])
    #expect(framing.end() == .message(Array("last".utf8)))
  }
}
