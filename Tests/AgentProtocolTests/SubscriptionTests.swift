import AgentProtocol
import FootnoteKit
import Foundation
import Testing

/// Changes of documents that clients hear of.
@Suite struct SubscriptionTests {
  private static let page = "footnote://document/wiki/concepts/bacterial-code.md"

  /// Runs `body` while changes are watched and the files followed.
  private func watching(
    _ sample: SampleServer, _ body: () async throws -> Void
  ) async throws {
    let watch = Task { await sample.server.watch(every: .milliseconds(10)) }
    let upkeep = Task { await sample.knowledge.maintain { _, _ in } }
    defer {
      watch.cancel()
      upkeep.cancel()
    }
    try await body()
  }

  @Test func afterAHandshake() async throws {
    let sample = try SampleServer()
    try await watching(sample) {
      let client = try await SampleClient(sample, .november2025)
      let page = ["uri": JSONValue.string(Self.page)]
      #expect(try await client.ask("resources/subscribe", page)["result"] != nil)
      #expect(
        try await client.ask("resources/subscribe", ["uri": "footnote://document/no.md"]).code
          == -32002)
      #expect(try await client.ask("resources/subscribe").code == -32602)
      try sample.write("# Bacterial code\n\nAnother.\n", to: "wiki/concepts/bacterial-code.md")
      let told = try await client.inbox.wait(for: "notifications/resources/updated")
      #expect(told["params"]?["uri"]?.text == Self.page)
      #expect(!client.inbox.methods.contains("notifications/resources/list_changed"))

      #expect(try await client.ask("resources/unsubscribe", page)["result"] != nil)
      try sample.write("New.\n", to: "raw/new.md")
      _ = try await client.inbox.wait(for: "notifications/resources/list_changed")
      let count = client.inbox.methods.count { $0 == "notifications/resources/updated" }
      #expect(count == 1)
    }
  }

  @Test func nothingIsToldBeforeTheHandshakeIsOver() async throws {
    let sample = try SampleServer()
    try await watching(sample) {
      let early = SampleClient(sample)
      _ = try await early.ask(
        "initialize",
        ["protocolVersion": "2025-11-25", "capabilities": [:], "clientInfo": [:]])
      let other = try await SampleClient(sample, .november2025)
      _ = try await other.ask("resources/subscribe", ["uri": .string(Self.page)])
      try sample.write("New.\n", to: "raw/new.md")
      _ = try await other.inbox.wait(for: "notifications/resources/list_changed")
      #expect(early.inbox.all.isEmpty)
    }
  }

  @Test func withoutAHandshake() async throws {
    let sample = try SampleServer()
    try await watching(sample) {
      let client = SampleClient(sample)
      let wish: JSONValue = [
        "resourcesListChanged": true, "toolsListChanged": true,
        "resourceSubscriptions": [.string(Self.page), "https://example.org/"],
      ]
      let stream = Task {
        try await client.askAlone("subscriptions/listen", ["notifications": wish])
      }
      let first = try await client.inbox.wait(for: "notifications/subscriptions/acknowledged")
      let granted = first["params"]?["notifications"]
      #expect(granted?.fields?.keys.sorted() == ["resourceSubscriptions", "resourcesListChanged"])
      #expect(granted?["resourceSubscriptions"]?.list?.map(\.text) == [Self.page])
      try sample.write("# Bacterial code\n\nAnother.\n", to: "wiki/concepts/bacterial-code.md")
      try sample.write("New.\n", to: "raw/new.md")
      let told = try await client.inbox.wait(for: "notifications/resources/updated")
      let key = "io.modelcontextprotocol/subscriptionId"
      #expect(told["params"]?["_meta"]?[key]?.integer == 1)
      _ = try await client.inbox.wait(for: "notifications/resources/list_changed")
      client.connection.endSubscriptions()
      let last = try await stream.value
      #expect(last["result"]?["_meta"]?[key]?.integer == 1)
      #expect(last["result"]?["resultType"]?.text == "complete")
    }
  }

  @Test(
    arguments: [
      [:], ["notifications": 7], ["notifications": ["resourcesListChanged": 1]],
      ["notifications": ["resourceSubscriptions": "x"]],
      ["notifications": ["resourceSubscriptions": [1]]],
    ] as [[String: JSONValue]])
  func wrongWishes(_ params: [String: JSONValue]) async throws {
    let client = SampleClient(try SampleServer())
    #expect(try await client.askAlone("subscriptions/listen", params).code == -32602)
  }

  @Test func whoeverBringsTheIndexUpToDate() async throws {
    let sample = try SampleServer()
    let watch = Task { await sample.server.watch(every: .milliseconds(10)) }
    defer { watch.cancel() }
    let client = try await SampleClient(sample, .november2025)
    _ = try await client.ask("resources/subscribe", ["uri": .string(Self.page)])
    try FileManager.default.removeItem(
      atPath: sample.folder.path + "/base/wiki/concepts/bacterial-code.md")
    let other = try Session(
      SessionOptions(
        root: sample.folder.path + "/base", workingDirectory: sample.folder.path,
        environment: ["HOME": sample.folder.path, "FOOTNOTE_MODEL": "none"]))
    _ = try other.prepare()
    _ = try await client.inbox.wait(for: "notifications/resources/list_changed")
    _ = try await client.inbox.wait(for: "notifications/resources/updated")
  }
}
