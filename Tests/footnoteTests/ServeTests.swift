import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// `serve` as a process.
struct ServeTests {
  /// A server that runs, and how it is ended.
  private final class Running {
    let process: Process
    let address: URL
    private let base: SampleBase

    init(_ base: SampleBase, _ options: String...) throws {
      self.base = base
      process = try base.tool.process(["serve", "--port", "0"] + options)
      let output = Pipe()
      process.standardOutput = output
      process.standardError = try base.folder.handle("serve-errors.txt")
      try process.run()
      var line: [UInt8] = []
      while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 10 {
        line.append(byte)
      }
      guard let address = URL(string: String(decoding: line, as: UTF8.self)), address.port != nil
      else {
        throw ToolError.noBinary
      }
      self.address = address
    }

    deinit {
      if process.isRunning { process.terminate() }
    }

    func get(_ target: String) throws -> (status: Int, body: String) {
      guard let url = URL(string: target, relativeTo: address) else { throw ToolError.noBinary }
      let outcome = Outcome()
      let isDone = DispatchSemaphore(value: 0)
      let configuration = URLSessionConfiguration.ephemeral
      configuration.timeoutIntervalForRequest = 30
      URLSession(configuration: configuration).dataTask(with: url) { data, response, _ in
        outcome.status = (response as? HTTPURLResponse)?.statusCode ?? 0
        outcome.body = String(decoding: data ?? Data(), as: UTF8.self)
        isDone.signal()
      }.resume()
      isDone.wait()
      return (outcome.status, outcome.body)
    }

    func waitUntilOpen() throws {
      for _ in 0..<300 where try get("/healthz").status != 200 { usleep(50_000) }
    }

    func errors() throws -> String { try base.folder.read("serve-errors.txt") }
  }

  /// Written before the semaphore is signalled, read after it.
  private final class Outcome: @unchecked Sendable {
    var status = 0
    var body = ""
  }

  /// What differs between two equal answers.
  private func plain(_ json: String) throws -> NSDictionary {
    var object = Tool.Result.object(json)
    object["took_ms"] = nil
    if var index = object["index"] as? [String: Any] {
      index["stale"] = nil
      object["index"] = index
    }
    return object as NSDictionary
  }

  @Test func answersAreThoseOfTheCommands() throws {
    let base = try SampleBase()
    let server = try Running(base)
    try server.waitUntilOpen()
    let pairs: [(target: String, command: [String])] = [
      ("/api/ask?q=bacterial+code", ["ask", "bacterial code"]),
      ("/api/ask?q=code&n=1&layer=wiki", ["ask", "code", "-n", "1", "--layer", "wiki"]),
      (
        "/api/ask?q=ghosts&mode=lexical&fold=true",
        ["ask", "ghosts", "--mode", "lexical", "--fold"]
      ),
      (
        "/api/ask?q=code&path=raw%2F2025&per_document=1",
        ["ask", "code", "--path", "raw/2025", "--per-document", "1"]
      ),
      ("/api/ask?q=code&budget=20", ["ask", "code", "--budget", "20"]),
      ("/api/ask?q=zzzz", ["ask", "zzzz"]),
      ("/api/sources?concept=Bacterial%20code", ["sources", "Bacterial code"]),
      (
        "/api/related?target=wiki/concepts/bacterial-code.md",
        ["related", "wiki/concepts/bacterial-code.md"]
      ),
      ("/api/provenance?page=Bacterial+code", ["provenance", "Bacterial code"]),
      ("/api/provenance?page=Bacterial+code&line=10", ["provenance", "Bacterial code:10"]),
      ("/api/timeline?q=code", ["timeline", "code"]), ("/api/timeline", ["timeline"]),
      ("/api/graph", ["graph"]), ("/api/status", ["status"]),
      ("/api/documents/raw/2025/7.6.md", ["show", "raw/2025/7.6.md"]),
      (
        "/api/documents/raw/2025/7.6.md?lines=3&context=1",
        ["show", "raw/2025/7.6.md:3", "--context", "1"]
      ),
    ]
    for (target, command) in pairs {
      let reply = try server.get(target)
      let result = try base.tool.run(command + ["--format", "json"])
      #expect(reply.status == 200, "\(target)")
      #expect(reply.body.last == "\n")
      let (ours, theirs) = (try plain(reply.body), try plain(result.output))
      #expect(ours == theirs, "\(target)")
      #expect(ours.count > 1, "\(target)")
    }
  }

  @Test func aServerThatRunsChangesNothingInWhatCommandsAnswer() throws {
    let base = try SampleBase()
    _ = try base.tool.run("index")
    let before = try plain(base.tool.run("ask", "--format", "json", "ghosts and animals").output)
    let server = try Running(base)
    try server.waitUntilOpen()
    _ = try server.get("/api/ask?q=ghosts")
    let during = try plain(base.tool.run("ask", "--format", "json", "ghosts and animals").output)
    #expect(before == during)
  }

  @Test func signalsEndItInOrder() throws {
    for number in [SIGTERM, SIGINT] {
      let base = try SampleBase()
      let server = try Running(base)
      try server.waitUntilOpen()
      kill(server.process.processIdentifier, number)
      server.process.waitUntilExit()
      #expect(server.process.terminationReason == .exit)
      #expect(server.process.terminationStatus == 0)
      #expect(try server.errors().split(separator: "\n").count == 1, "\(try server.errors())")
    }
  }

  @Test func whatCannotBeServedIsSaid() throws {
    let base = try SampleBase()
    let server = try Running(base)
    let port = try #require(server.address.port)
    let taken = try base.tool.run("serve", "--port", String(port))
    #expect(taken.status == 2)
    #expect(taken.errorLines.count == 1)
    #expect(taken.errors.contains("127.0.0.1:\(port)"))
    try base.folder.write("short", "abc\n")
    try base.folder.write("empty", "")
    for (arguments, word) in [
      (["--host", "0.0.0.0"], "--token-file"), (["--port", "70000"], "65535"),
      (["--host", "0.0.0.0", "--token-file", "nowhere"], "nowhere"),
      (["--host", "0.0.0.0", "--token-file", "short"], "short"),
      (["--host", "0.0.0.0", "--token-file", "empty"], "empty"),
      (["--host", "no.such.host.invalid", "--port", "0", "--token-file", "good"], "no.such.host"),
    ] {
      try base.folder.write("good", String(repeating: "x", count: 40))
      let result = try base.tool.run(["serve"] + arguments)
      #expect(result.status == 2, "\(arguments)")
      #expect(result.errorLines.count { !$0.contains("chmod") } == 1, "\(result.errors)")
      #expect(result.errors.contains(word), "\(result.errors)")
      #expect(!result.errors.contains("xxxx"))
    }
  }

  @Test func changedFilesAreServedAndNothingWithoutRefresh() throws {
    let base = try SampleBase()
    _ = try base.tool.run("index")
    let server = try Running(base, "--no-refresh")
    try server.waitUntilOpen()
    try base.folder.write("raw/2025/12.1.md", "Lighthouses shine all night.\n")
    usleep(2_500_000)
    let reply = Tool.Result.object(try server.get("/api/ask?q=lighthouses").body)
    #expect((reply["hits"] as? [Any])?.isEmpty == true)
    #expect((reply["index"] as? [String: Any])?["stale"] as? Int == 1, "said, not silent")
  }
}
