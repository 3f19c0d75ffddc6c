import AgentProtocol
import Testing

/// What a client and the server agree on.
@Suite struct HandshakeTests {
  private static let revisions: [ProtocolRevision] = [.march2025, .june2025, .november2025]

  @Test(arguments: revisions)
  func agreesOnWhatIsAskedFor(_ revision: ProtocolRevision) async throws {
    let client = try await SampleClient(SampleServer(), revision)
    #expect(client.connection.agreed == revision)
    #expect(try await client.ask("ping")["result"]?.fields?.isEmpty == true)
  }

  @Test(arguments: ["2024-11-05", "2026-07-28", "nonsense"])
  func offersTheNewestInsteadOfOthers(_ version: String) async throws {
    let client = SampleClient(try SampleServer())
    let answer = try await client.ask(
      "initialize",
      ["protocolVersion": .string(version), "capabilities": [:], "clientInfo": [:]])
    #expect(answer["result"]?["protocolVersion"]?.text == "2025-11-25")
    #expect(answer["result"]?["capabilities"]?["resources"]?["subscribe"]?.flag == true)
    #expect(answer["result"]?["serverInfo"]?["name"]?.text == "footnote")
  }

  @Test func asksForWhatAHandshakeHas() async throws {
    let client = SampleClient(try SampleServer())
    #expect(try await client.ask("initialize").code == -32602)
    #expect(
      try await client.ask(
        "initialize", ["protocolVersion": "2025-11-25", "capabilities": 1, "clientInfo": [:]]
      ).code == -32602)
    #expect(try await client.ask("ping")["result"] != nil)
    #expect(try await client.ask("tools/list").code == -32600)
    #expect(try await client.ask("nonsense").code == -32601)
  }

  @Test func isMadeOnce() async throws {
    let client = try await SampleClient(SampleServer(), .november2025)
    let again = try await client.ask(
      "initialize",
      ["protocolVersion": "2025-06-18", "capabilities": [:], "clientInfo": [:]])
    #expect(again.code == -32600)
    #expect(client.connection.agreed == .november2025)
    #expect(try await client.askAlone("tools/list").code == -32600)
  }

  @Test func isNotNeededByTheNewestRevision() async throws {
    let client = SampleClient(try SampleServer())
    let found = try await client.askAlone("server/discover")["result"]
    #expect(found?["supportedVersions"]?.list?.map(\.text) == ["2026-07-28"])
    #expect(found?["resultType"]?.text == "complete")
    #expect(found?["ttlMs"]?.integer != nil)
    #expect(found?["_meta"]?["io.modelcontextprotocol/serverInfo"]?["name"]?.text == "footnote")
    let listed = try await client.askAlone("tools/list")
    #expect(listed["result"]?["tools"]?.list?.count ?? 0 >= 6)
    let late = try await client.ask(
      "initialize", ["protocolVersion": "2025-11-25", "capabilities": [:], "clientInfo": [:]])
    #expect(late.code == -32022)
    #expect(late["error"]?["data"]?["requested"]?.text == "2025-11-25")
  }

  @Test func discoveryLeavesTheHandshakeOpen() async throws {
    let client = SampleClient(try SampleServer())
    #expect(try await client.askAlone("server/discover")["result"] != nil)
    let answer = try await client.ask(
      "initialize", ["protocolVersion": "2025-06-18", "capabilities": [:], "clientInfo": [:]])
    #expect(answer["result"]?["protocolVersion"]?.text == "2025-06-18")
  }

  @Test func everyRequestNeedsItsEnvelope() async throws {
    let client = SampleClient(try SampleServer())
    #expect(try await client.ask("server/discover").code == -32602)
    _ = try await client.askAlone("tools/list")
    #expect(try await client.ask("tools/list").code == -32602)
    let key = "io.modelcontextprotocol/"
    for (meta, code) in [
      ([key + "protocolVersion": "2026-07-28"], -32602),
      ([key + "protocolVersion": 7, key + "clientCapabilities": [:]], -32602),
      ([key + "protocolVersion": "2026-07-28", key + "clientCapabilities": 1], -32602),
      ([key + "protocolVersion": "2030-01-01", key + "clientCapabilities": [:]], -32022),
      ([key + "protocolVersion": "2025-11-25", key + "clientCapabilities": [:]], -32022),
      (
        [
          key + "protocolVersion": "2026-07-28", key + "clientCapabilities": [:],
          key + "logLevel": "loud",
        ], -32602
      ),
    ] as [([String: JSONValue], Int)] {
      #expect(try await client.ask("tools/list", ["_meta": .object(meta)]).code == code)
    }
  }

  @Test func methodsBelongToRevisions() async throws {
    let sample = try SampleServer()
    let old = try await SampleClient(sample, .november2025)
    for method in ["server/discover", "subscriptions/listen", "tasks/list"] {
      #expect(try await old.ask(method).code == -32601)
    }
    let new = SampleClient(sample)
    for method in ["ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe"] {
      #expect(try await new.askAlone(method).code == -32601)
    }
  }
}
