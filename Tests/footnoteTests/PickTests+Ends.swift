import Foundation
import Testing

/// Whatever ends the list, the terminal is as it was.
extension PickTests {
  // MARK: Ways out

  @Test func interrupting() throws {
    guard let terminal else { return }
    let result = try run(Self.ready + [["send", "\u{03}"], ["exit"]], in: terminal)
    #expect(result.status == 130)
    #expect(result.errors.isEmpty)
  }

  @Test(
    arguments: [
      ("TERM", SIGTERM), ("HUP", SIGHUP), ("INT", SIGINT), ("QUIT", SIGQUIT), ("SEGV", SIGSEGV),
      ("ABRT", SIGABRT), ("ILL", SIGILL), ("TRAP", SIGTRAP), ("BUS", SIGBUS),
    ] as [(String, Int32)])
  func signalsLeaveTheTerminalAsItWas(_ name: String, number: Int32) throws {
    guard let terminal else { return }
    let result = try run(Self.ready + [["signal", name], ["exit"]], in: terminal)
    // A shell says 130 for both.
    #expect(result.status == -Int(number) || (name == "INT" && result.status == 130))
    #expect(result.output.isEmpty)
  }

  @Test(arguments: ["key", "TSTP", "STOP"])
  func stoppingAndGoingOn(_ way: String) throws {
    guard let terminal else { return }
    let stop: [Any] = way == "key" ? ["send", "\u{1A}"] : ["signal", way]
    let result = try run(
      Self.ready + [
        stop, ["stopped"], ["pause", 0.1], ["screen"], ["resize", 80, 20], ["continue"],
        ["wait", "> ghosts"], ["wait", "1/"], ["screen"], stop, ["stopped"], ["continue"],
        ["wait", "1/"], ["send", "\u{0F}"], ["exit"],
      ], in: terminal)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("wiki/concepts/ghosts.md:"))
    // SIGSTOP cannot be seen coming.
    if way != "STOP" {
      #expect(result.screens.first?.modes["1049"] == false)
      #expect(result.screens.first?.modes["25"] == true)
    }
    #expect(result.screens.last?.modes["1049"] == true)
    #expect(result.screens.last?.lines.count == 20)
  }

  @Test func withoutJobControlNothingStops() throws {
    guard var terminal else { return }
    terminal.hasOwnGroup = false
    let result = try run(
      Self.ready + [
        ["send", "\u{1A}"], ["wait", "there is no shell"], ["send", "\u{1B}"], ["exit"],
      ], in: terminal)
    #expect(result.status == 1)
  }

  @Test func aTerminalThatGoesAwayEndsIt() throws {
    guard let terminal else { return }
    let result = try terminal.run(Self.arguments, Self.ready + [["hangup"], ["exit"]])
    #expect(result.failed == nil)
    #expect(result.status == 2 || result.status == -Int(SIGHUP))
  }

  @Test func errorsComeAfterTheTerminalIsBack() throws {
    guard let terminal else { return }
    _ = try base.tool.run("index", "--quiet")
    let result = try run(
      [["exit"]], arguments: Self.arguments + ["--root", "nowhere"], in: terminal)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("footnote: "))
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  // MARK: No terminal

  @Test func withoutATerminalThereIsOneLine() throws {
    let result = try base.tool.shell("setsid \(Tool.binary.path) ask --pick ghosts </dev/null")
    #expect(result.status == 2)
    #expect(
      result.errors == "footnote: there is no terminal to pick in; ask without --pick\n")
    #expect(result.output.isEmpty)
  }

  @Test func aTerminalThatCannotDrawIsRefused() throws {
    guard var terminal else { return }
    terminal.environment["TERM"] = "dumb"
    let result = try run([["exit"]], in: terminal)
    #expect(result.status == 2)
    #expect(result.errors.contains("TERM is dumb"))
  }

  @Test(arguments: [["--batch", "x"], ["--open"], ["--format", "json"], ["--explain"]])
  func whatShowsNoListDoesNotGoWithIt(_ option: [String]) throws {
    let result = try base.tool.run(["ask", "--pick", "ghosts"] + option)
    #expect(result.status == 2)
    #expect(result.errors.contains("--pick shows a list; \(option[0]) does not go with it"))
  }

  /// `bench judge` reads its keys the same way.
  @Test(arguments: ["q", "TERM"])
  func judgingLeavesTheTerminalAsItWas(_ way: String) throws {
    guard let terminal else { return }
    try base.folder.write("questions.txt", "ghosts\n")
    _ = try base.tool.run("bench", "pool", "questions.txt", "--out", "judging.jsonl")
    let end: [Any] = way == "q" ? ["send", "q"] : ["signal", way]
    let result = try run(
      [["pause", 0.5], ["send", "2\u{1B}[A"], ["pause", 0.2], end, ["exit"]],
      arguments: ["bench", "judge", "judging.jsonl"], in: terminal)
    #expect(result.status == (way == "q" ? 0 : -Int(SIGTERM)))
    #expect(try base.folder.read("judging.jsonl").contains(#""grade":2"#))
  }
}
