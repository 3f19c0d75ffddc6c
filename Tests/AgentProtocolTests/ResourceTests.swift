import AgentProtocol
import FootnoteKit
import Foundation
import Testing

/// Documents as resources, prompts and completion.
@Suite struct ResourceTests {
  private static let prefix = "footnote://document/"

  @Test func theListComesInParts() async throws {
    var files: [String: String] = [:]
    for number in 0..<450 { files["raw/\(number) ä.md"] = "Post \(number).\n" }
    let client = try await SampleClient(SampleServer(files, bases: ["a", "b"]), .november2025)
    var uris: [String] = []
    var cursor: JSONValue?
    var pages = 0
    repeat {
      let page = try await client.ask(
        "resources/list", cursor.map { ["cursor": $0] } ?? [:])["result"]
      uris += page?["resources"]?.list?.compactMap { $0["uri"]?.text } ?? []
      cursor = page?["nextCursor"]
      pages += 1
    } while cursor != nil && pages < 20
    #expect(uris.count == 900)
    #expect(Set(uris).count == 900)
    #expect(pages == 5)
    #expect(uris.contains(Self.prefix + "b/raw/7%20%C3%A4.md"))
    for cursor in ["nonsense", "", "MA==", "LTE6eA=="] {
      #expect(
        try await client.ask("resources/list", ["cursor": .string(cursor)]).code == -32602)
    }
  }

  @Test func everyListedDocumentCanBeRead() async throws {
    let names = [
      "a b.md", "ü.md", "u\u{308}.md", "100%.md", "a#b?c.md", "日本.md", "a+b&c.md", "a..b.md",
    ]
    // A dictionary would take two of the names for one.
    let sample = try SampleServer(["raw/first.md": "Text of first.\n"])
    for name in names { try sample.write("Text of \(name).\n", to: "raw/" + name) }
    let client = try await SampleClient(sample, .november2025)
    let listed = try await client.ask("resources/list")["result"]?["resources"]?.list ?? []
    let uris = listed.compactMap { $0["uri"]?.text }
    #expect(uris.count == names.count + 1)
    for uri in uris {
      let read = try await client.ask("resources/read", ["uri": .string(uri)])
      let content = read["result"]?["contents"]?.list?.first
      #expect(content?["text"]?.text?.hasPrefix("Text of") == true, "\(uri)")
      #expect(content?["uri"]?.text == uri)
    }
  }

  @Test(
    arguments: [
      "", "..", "../a.md", "raw/../raw/2025/7.6.md", "%2e%2e/a.md", "raw/%2E%2E/a.md",
      "raw%2f2025%2f7.6.md", "/raw/2025/7.6.md", "raw//2025/7.6.md", "./raw/2025/7.6.md",
      "raw/2025/7.6.md/", "raw/2025/7.6.md%00", "raw/2025/7%2E6.md", "raw\\2025\\7.6.md",
      "raw/2025", "raw/2025/7.6.md?a", "raw/2025/7.6.md#a", "%zz", "%", "%ff", "secret.md",
      "raw/link.md", "raw/folder/secret.md", "footnote.yml", "%252e%252e/a.md",
      "/etc/passwd",
    ])
  func nothingElseIsRead(_ path: String) async throws {
    let sample = try SampleServer()
    try sample.write("Secret.\n", to: "secret.md")
    try sample.write("Secret.\n", to: "../outside/secret.md")
    let raw = sample.folder.path + "/base/raw/"
    try FileManager.default.createSymbolicLink(
      atPath: raw + "link.md", withDestinationPath: sample.folder.path + "/outside/secret.md")
    try FileManager.default.createSymbolicLink(
      atPath: raw + "folder", withDestinationPath: sample.folder.path + "/outside")
    let client = try await SampleClient(sample, .november2025)
    let answer = try await client.ask("resources/read", ["uri": .string(Self.prefix + path)])
    #expect(answer.code == -32002)
    #expect(answer["error"]?["data"]?["uri"]?.text == Self.prefix + path)
    let alone = SampleClient(sample)
    #expect(
      try await alone.askAlone("resources/read", ["uri": .string(Self.prefix + path)]).code
        == -32602)
  }

  @Test func aLinkThatTakesTheSeatOfADocumentIsNotFollowed() async throws {
    let sample = try SampleServer()
    try sample.write("secret\n", to: ".hidden/config")
    let client = try await SampleClient(sample, .november2025)
    let uri = JSONValue.string(Self.prefix + "raw/2025/7.6.md")
    #expect(try await client.ask("resources/read", ["uri": uri])["result"] != nil)
    let file = sample.folder.path + "/base/raw/2025/7.6.md"
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.createSymbolicLink(
      atPath: file, withDestinationPath: sample.folder.path + "/outside.md")
    try "outside\n".write(
      toFile: sample.folder.path + "/outside.md", atomically: true, encoding: .utf8)
    #expect(try await client.ask("resources/read", ["uri": uri]).code == -32002)
  }

  @Test func whatIsNotUTF8IsReadAllTheSame() async throws {
    let sample = try SampleServer()
    try Data([0x61, 0xFF, 0x0D, 0x0A, 0x62, 0]).write(
      to: sample.folder.appendingPathComponent("base/raw/bad.md"))
    try Data().write(to: sample.folder.appendingPathComponent("base/raw/empty.md"))
    let client = try await SampleClient(sample, .november2025)
    for (name, text) in [("bad.md", "a\u{FFFD}\r\nb\0"), ("empty.md", "")] {
      let read = try await client.ask(
        "resources/read", ["uri": .string(Self.prefix + "raw/" + name)])
      #expect(read["result"]?["contents"]?.list?.first?["text"]?.text == text)
    }
  }

  @Test func prompts() async throws {
    let client = try await SampleClient(SampleServer(), .november2025)
    let text = { (name: String, arguments: [String: JSONValue]) in
      try await client.ask(
        "prompts/get", ["name": .string(name), "arguments": .object(arguments)])
    }
    let answer = try await text("answer-with-citations", ["question": "what is bacterial code?"])
    let message = answer["result"]?["messages"]?.list?.first
    #expect(message?["role"]?.text == "user")
    #expect(message?["content"]?["text"]?.text?.contains("raw/2025/7.6.md:1") == true)
    #expect(try await text("ingest", ["source": "raw/2025/7.6.md"])["result"] != nil)
    #expect(try await text("lint", [:])["result"] != nil)
    #expect(try await text("lint", ["page": "Bacterial code"])["result"] != nil)
    for (name, arguments) in [
      ("nonsense", [:]), ("ingest", [:]), ("ingest", ["source": "none.md"]),
      ("ingest", ["source": 7]), ("lint", ["nonsense": "x"]), ("lint", ["page": "none"]),
      ("answer-with-citations", ["question": " "]),
      ("answer-with-citations", ["question": "x", "budget": "many"]),
    ] as [(String, [String: JSONValue])] {
      #expect(try await text(name, arguments).code == -32602, "\(name) \(arguments)")
    }
  }

  @Test func completion() async throws {
    let client = try await SampleClient(SampleServer(), .november2025)
    let complete = { (reference: JSONValue, name: String, value: String) in
      try await client.ask(
        "completion/complete",
        ["ref": reference, "argument": ["name": .string(name), "value": .string(value)]])
    }
    let lint: JSONValue = ["type": "ref/prompt", "name": "lint"]
    let found = try await complete(lint, "page", "BACTERIAL_CODE")
    #expect(
      found["result"]?["completion"]?["values"]?.list?.map(\.text) == [
        "raw/2025/7.6.md", "wiki/concepts/bacterial-code.md",
      ])
    #expect(found["result"]?["completion"]?["hasMore"]?.flag == false)
    let ingest: JSONValue = ["type": "ref/prompt", "name": "ingest"]
    let sources = try await complete(ingest, "source", "")
    #expect(sources["result"]?["completion"]?["total"]?.integer == 2)
    let template: JSONValue = ["type": "ref/resource", "uri": "footnote://document/{+path}"]
    let paths = try await complete(template, "path", "wiki/")
    #expect(paths["result"]?["completion"]?["values"]?.list?.count == 1)
    for (reference, name) in [
      (lint, "nonsense"), (["type": "ref/prompt", "name": "none"], "page"),
      (["type": "ref/resource", "uri": "file:///{path}"], "path"), (template, "other"), ([:], "a"),
    ] as [(JSONValue, String)] {
      #expect(try await complete(reference, name, "").code == -32602)
    }
  }
}
