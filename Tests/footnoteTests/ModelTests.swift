import Foundation
import Testing

/// Answers with meaning; only where a model is installed, which is said where it is not.
struct ModelTests {
  private func base(extra: Int = 0) throws -> SampleBase? {
    try SampleBase.withModel(extra: extra)
  }

  @Test func aFirstAnswerIsEncodedWithinTheWait() throws {
    guard let base = try base() else { return }
    let result = try base.tool.run("ask", "--format", "json", "microbes that share genes")
    #expect(result.status == 0)
    #expect(result.object["mode"] as? String == "hybrid")
    #expect((result.object["index"] as? [String: Any])?["embedded"] as? Double == 1)
    let best = (result.object["hits"] as? [[String: Any]])?.first
    #expect((best?["path"] as? String)?.contains("raw/2025/7.6.md") == true)
    #expect(result.errors.isEmpty || result.errors.contains("up to date"))
  }

  @Test func withoutWaitTheShareIsSaid() throws {
    guard let base = try base() else { return }
    let result = try base.tool.run("ask", "--wait", "0", "microbes that share genes")
    #expect(result.errors.contains("no passage is encoded yet"))
  }

  @Test func semanticFindsOtherWords() throws {
    guard let base = try base() else { return }
    let result = try base.tool.run(
      "ask", "--mode", "semantic", "--format", "files", "imitations of humans")
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").prefix(2).contains { $0.contains("ghosts") })
  }

  @Test func comparingAllGivesTheSameWhereAllAreComparedAnyway() throws {
    guard let base = try base() else { return }
    let usual = try base.tool.run("ask", "--format", "json", "imitations of humans")
    let exact = try base.tool.run("ask", "--exact", "--format", "json", "imitations of humans")
    #expect(exact.status == 0)
    #expect(exact.object["mode"] as? String == "hybrid")
    let hits = { (result: Tool.Result) in
      (result.object["hits"] as? [[String: Any]] ?? []).map { "\($0["citation"] ?? "")" }
    }
    #expect(!hits(exact).isEmpty)
    #expect(hits(exact) == hits(usual))
  }

  @Test func relatedKnowsMeaning() throws {
    guard let base = try base() else { return }
    let result = try base.tool.run("related", "--format", "json", "raw/2025/10.1.md")
    let related = result.object["related"] as? [[String: Any]] ?? []
    #expect(related.first?["path"] as? String == "wiki/concepts/ghosts.md")
  }

  @Test func interruptedEncodingGoesOnLater() throws {
    guard let base = try base(extra: 600) else { return }
    let process = try base.tool.process(["index"])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let deadline = Date() + 60
    var isEncoding = false
    while !isEncoding, Date() < deadline {
      usleep(200_000)
      let status = try base.tool.run("status", "--format", "json").object
      isEncoding = (status["embedded"] as? Double ?? 0) > 0
    }
    if process.isRunning { process.interrupt() }
    process.waitUntilExit()
    #expect([0, 130].contains(process.terminationStatus))
    let status = try base.tool.run("status", "--format", "json").object
    #expect(status["documents"] as? Int == 605)
    let result = try base.tool.run("ask", "--wait", "0", "--format", "json", "bacterial code")
    #expect(result.status == 0)
  }
}
