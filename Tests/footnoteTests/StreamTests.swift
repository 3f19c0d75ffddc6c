import Foundation
import Testing

/// Pipes, signals and other processes.
struct StreamTests {
  @Test func aClosedPipeEndsQuietly() throws {
    let base = try SampleBase(extra: 50)
    _ = try base.tool.run("index", "--quiet")
    let line =
      "footnote ask --no-refresh --mode lexical --format json -n 50 word1 word2 | head -c 1"
    let result = try base.tool.shell(line)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty, "\(result.errors)")
    let help = try base.tool.shell("footnote --help | head -1")
    #expect(help.errors.isEmpty)
  }

  @Test func aFullDiskIsAnError() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let base = try SampleBase()
    _ = try base.tool.run("index", "--quiet")
    let result = try base.tool.shell("footnote ask --mode lexical ghosts > /dev/full")
    #expect(result.status == 2)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains("cannot be written"))
  }

  @Test(arguments: [
    "ask --mode lexical ghosts", "--help", "ask --help", "status", "show raw/2025/7.6.md:1",
  ])
  func aClosedOutputIsAnError(_ command: String) throws {
    let base = try SampleBase()
    _ = try base.tool.run("index", "--quiet")
    let result = try base.tool.shell("footnote \(command) >&-")
    #expect(result.status == 2)
    #expect(result.errorLines == ["footnote: the results cannot be written: stdout: it is closed"])
    // Nothing was written into a file that took the place of the output.
    #expect(try base.tool.run("index", "--verify").status == 0)
  }

  @Test func otherClosedStreams() throws {
    let base = try SampleBase()
    _ = try base.tool.run("index", "--quiet")
    let questions = try base.tool.shell("footnote ask --batch - <&-")
    #expect(questions.status == 2)
    #expect(questions.errors.contains("cannot be read: -: it is closed"))
    let silent = try base.tool.shell("footnote ask --mode lexical ghosts 2>&- <&-")
    #expect(silent.status == 0)
    #expect(silent.output.contains("summoning ghosts"))
    #expect(try base.tool.shell("footnote ask --mode lexical ghosts <&- >&- 2>&-").status == 2)
  }

  @Test func twoAtOnceBothAnswer() throws {
    let base = try SampleBase(extra: 40)
    let processes = try (0..<3).map { _ in try base.tool.process(["ask", "bacterial code"]) }
    for process in processes {
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
    }
    for process in processes { process.waitUntilExit() }
    // Those that do not write answer from what is there, which may not have the passage yet.
    #expect(processes.contains { $0.terminationStatus == 0 })
    #expect(processes.allSatisfy { $0.terminationStatus <= 1 })
    #expect(try base.tool.run("index", "--verify").status == 0)
  }

  @Test func interruptingKeepsWhatIsDone() throws {
    let base = try SampleBase(extra: 1500)
    let process = try base.tool.process(["index"])
    let errors = try base.folder.handle("errors.txt")
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    // The first documents are stored soon after the index has a file.
    let deadline = Date() + 10
    while !base.folder.exists(".footnote/footnote.sqlite-wal"), Date() < deadline { usleep(5000) }
    usleep(50_000)
    if process.isRunning { process.interrupt() }
    process.waitUntilExit()
    let text = try base.folder.read("errors.txt")
    #expect(process.terminationReason == .exit)
    // A fast machine may be done before the signal arrives.
    #expect([0, 130].contains(process.terminationStatus))
    if process.terminationStatus == 130 { #expect(text.contains("stopped; what is done is kept")) }
    let resumed = try base.tool.run("index", "--verify")
    #expect(resumed.status == 0)
    #expect(resumed.output.contains("1,505 documents"))
  }

  @Test func watchFollowsChangesUntilInterrupted() throws {
    let base = try SampleBase()
    let process = try base.tool.process(["index", "--watch"])
    process.standardOutput = try base.folder.handle("home/output.txt")
    process.standardError = try base.folder.handle("home/errors.txt")
    try process.run()
    try waitFor { try base.folder.read("home/errors.txt").contains("watching") }
    try base.folder.write("raw/2025/12.2.md", "Wombats dig at night.\n")
    try waitFor { try base.folder.read("home/output.txt").contains("1 added") }
    if process.isRunning { process.interrupt() }
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try base.folder.read("home/output.txt").contains("1 added"))
    #expect(try base.tool.run("ask", "--no-refresh", "wombats").status == 0)
  }

  private func waitFor(_ condition: () throws -> Bool) throws {
    let deadline = Date() + 15
    while try !condition(), Date() < deadline { usleep(20_000) }
  }
}
