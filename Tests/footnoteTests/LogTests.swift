import Foundation
import Testing

/// `footnote log` as a user runs it.
struct LogTests {
  @Test func whatIsAddedIsRead() throws {
    let base = try SampleBase()
    let added = try base.tool.run(
      "log", "add", "ingest", "A post", "--source", "raw/2025/7.6.md", "--page", "ghosts",
      "--note", "one note", "--date", "2026-04-15")
    #expect(added.status == 0)
    #expect(added.output == "wiki/log.md:14\n")
    _ = try base.tool.run("log", "add", "lint", "All", "--note", "clean")
    let all = try base.tool.run("log", "--before", "2026-04-16")
    #expect(
      all.output
        == "## [2026-04-15] ingest | A post\n- Source: raw/2025/7.6.md\n- Page: [[ghosts]]\n- one note\n"
    )
    #expect(try base.tool.run("log", "--page", "ghosts", "--operation", "lint").status == 1)
    let last = try base.tool.run("log", "-n", "1", "--format", "json").object
    let entries = last["entries"] as? [[String: Any]]
    #expect(entries?.map { $0["operation"] as? String } == ["lint"])
  }

  @Test func twoAtOnceLoseNothing() throws {
    let base = try SampleBase()
    let processes = try (0..<24).map { number in
      let process = try base.tool.process([
        "log", "add", "ingest", "Subject \(number)", "--note",
        String(repeating: "word ", count: 2_000),
      ])
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let log = try base.tool.run("log", "--format", "json").object
    let subjects =
      (log["entries"] as? [[String: Any]])?.compactMap { $0["subject"] as? String } ?? []
    #expect(Set(subjects) == Set((0..<24).map { "Subject \($0)" }))
    #expect(subjects.count == 24)
    #expect((log["malformed"] as? [Any])?.isEmpty == true)
    let text = try base.folder.read("wiki/log.md")
    #expect(text.components(separatedBy: "title: Log").count == 2)
  }

  @Test func aDateThatIsNoneIsOneClearError() throws {
    let base = try SampleBase()
    for arguments in [
      ["--after", "never"], ["add", "a", "b", "--note", "c", "--date", "2026-02-30"],
    ] {
      let result = try base.tool.run(["log"] + arguments)
      #expect(result.status == 2)
      #expect(result.errorLines.count == 1)
      #expect(result.errors.contains("is no date"))
    }
  }

  @Test func malformedEntriesAreNamed() throws {
    let base = try SampleBase()
    try base.folder.write(
      "wiki/log.md", "## [2026-4-5] ingest | A\n\n## [2026-04-15] lint | B\n- c\n")
    let result = try base.tool.run("log")
    #expect(result.status == 0)
    #expect(result.errors.contains("wiki/log.md:1: [2026-4-5] is not a date"))
    #expect(result.output.hasPrefix("## [2026-04-15] lint | B\n"))
  }

  @Test func aLinkThatLeadsNowhereMakesNoFile() throws {
    let base = try SampleBase()
    let outside = try TemporaryFolder()
    let link = base.folder.url.appendingPathComponent("wiki/log.md")
    try FileManager.default.createSymbolicLink(
      at: link, withDestinationURL: outside.url.appendingPathComponent("new.md"))
    let result = try base.tool.run("log", "add", "lint", "A", "--note", "b")
    #expect(result.status == 2)
    #expect(result.errors.contains("out of the knowledge base"))
    #expect(result.errorLines.count == 1)
    #expect(!outside.exists("new.md"))
  }

  @Test func withoutHitsThatIsSaid() throws {
    let base = try SampleBase()
    for arguments in [["log"], ["log", "--operation", "nothing"]] {
      let result = try base.tool.run(arguments)
      #expect(result.status == 1)
      #expect(result.errorLines.count == 1)
      _ = try base.tool.run("log", "add", "lint", "A", "--note", "b")
    }
  }
}
