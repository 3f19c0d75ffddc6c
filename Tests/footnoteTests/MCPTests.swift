import Foundation
import Testing

/// `mcp` over standard input and output.
struct MCPTests {
  private static let meta = """
    "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
    "io.modelcontextprotocol/clientCapabilities":{}}
    """

  private static func call(_ id: Int, _ tool: String, _ arguments: String) -> String {
    """
    {"jsonrpc":"2.0","id":\(id),"method":"tools/call","params":{"name":"\(tool)",\
    "arguments":\(arguments),\(meta)}}
    """
  }

  private static func hits(_ object: [String: Any]?) -> [[String: Any]] {
    let result = object?["result"] as? [String: Any]
    let content = result?["structuredContent"] as? [String: Any]
    return content?["hits"] as? [[String: Any]] ?? []
  }

  @Test func answersWhatWasAskedBeforeTheInputEnded() throws {
    let base = try SampleBase()
    let lines = (0..<20).map { Self.call($0, "ask", #"{"question":"bacterial code"}"#) }
    let result = try base.tool.run("mcp", input: lines.joined(separator: "\n") + "\nnonsense\n\n")
    #expect(result.status == 0)
    let objects = result.objects
    #expect(objects.count == 21)
    let answers = objects.filter { $0["id"] is Int }
    #expect(Set(answers.compactMap { $0["id"] as? Int }) == Set(0..<20))
    #expect(answers.allSatisfy { !Self.hits($0).isEmpty })
    #expect(objects.contains { ($0["error"] as? [String: Any])?["code"] as? Int == -32700 })
  }

  @Test func saysNothingWithoutInput() throws {
    let base = try SampleBase()
    let result = try base.tool.run("mcp")
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
  }

  @Test func standardOutputHasNothingButMessages() throws {
    let base = try SampleBase()
    try base.folder.write("footnote.yml", "name: \"two\\nlines\"\n")
    try base.folder.write("raw/\u{1B}[31mred.md", "Red text, quite red.\n")
    let result = try base.tool.run(
      "mcp",
      input: Self.call(1, "ask", #"{"question":"red text"}"#) + "\n"
        + Self.call(2, "status", "{}") + "\n")
    #expect(result.objects.count == 2)
    #expect(result.objects.allSatisfy { $0["jsonrpc"] as? String == "2.0" })
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func withoutAKnowledgeBase() throws {
    let folder = try TemporaryFolder()
    let result = try Tool(folder: folder.url).run("mcp")
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains("--root"))
  }

  @Test func aMessageThatIsTooLong() throws {
    let base = try SampleBase()
    let long = Self.call(1, "ask", "{\"question\":\"\(String(repeating: "x", count: 1 << 20))\"}")
    let result = try base.tool.run(
      "mcp", input: long + "\n" + Self.call(2, "status", "{}") + "\n")
    #expect(result.status == 0)
    let first = result.objects.first { $0["id"] is NSNull }
    #expect((first?["error"] as? [String: Any])?["code"] as? Int == -32600)
    #expect(result.objects.contains { $0["id"] as? Int == 2 })
  }

  @Test func severalBasesAndAnIndexThatIsLeftAsItIs() throws {
    let base = try SampleBase()
    try base.folder.write("other/notes.md", "Lighthouses shine.\n")
    _ = try base.tool.run("index", "--quiet")
    try base.folder.write("raw/new.md", "Submarines dive.\n")
    let ask = Self.call(1, "ask", #"{"question":"submarines"}"#)
    let show = Self.call(2, "show", #"{"citation":"raw/new.md:1"}"#)
    let still = try base.tool.run("mcp", "--no-refresh", input: ask + "\n" + show + "\n")
    #expect(Self.hits(still.objects.first { $0["id"] as? Int == 1 }).isEmpty)
    let shown = still.objects.first { $0["id"] as? Int == 2 }?["result"] as? [String: Any]
    #expect(shown?["isError"] as? Bool == true, "only what is in the index is shown")
    let both = try base.tool.run(
      "mcp", "--root", ".", "--root", "other",
      input: Self.call(1, "ask", #"{"question":"lighthouses shine"}"#) + "\n")
    let paths = Self.hits(both.objects.first { $0["id"] as? Int == 1 }).compactMap { $0["path"] }
    #expect(paths as? [String] == ["other/notes.md"])
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func signalsEndIt(_ number: Int32) throws {
    let base = try SampleBase()
    let process = try base.tool.process(["mcp"])
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data("nonsense\n".utf8))
    #expect(!output.fileHandleForReading.availableData.isEmpty)
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
  }
}
