import Testing

/// Help, version, completion; every example in the help of a command runs.
struct HelpTests {
  // swift-format-ignore
  private static let commands = [
    "add",
    "ask",
    "catalog",
    "doctor",
    "graph",
    "index",
    "init",
    "lint",
    "log",
    "mcp",
    "provenance",
    "related",
    "show",
    "sources",
    "status",
    "timeline",
  ]
  private static let benches = ["measure", "runs", "pool", "judge", "check"]

  @Test(
    arguments: commands.map { [$0] } + [["bench"]] + benches.map { ["bench", $0] }
      + [["log", "list"], ["log", "add"]])
  func helpHasAnExample(_ command: [String]) throws {
    let base = try SampleBase()
    let result = try base.tool.run(command + ["--help"])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.contains("EXAMPLE"))
  }

  @Test(arguments: commands)
  func examplesRun(_ command: String) throws {
    let base = try SampleBase()
    try base.folder.write("wiki/overview.md", "# Overview\n\nCognitive core: a small model.\n")
    try base.folder.write(
      "raw/2025/7.6.md", String(repeating: "Bacterial code is small.\n", count: 14))
    try base.folder.write("questions.jsonl", "{\"id\": \"a\", \"text\": \"small code\"}\n")
    try base.folder.write("page.html", "<html><body><p>A page.</p></body></html>")
    try base.folder.write("notes/a.txt", "A note.\n")
    try base.folder.write("talk.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nSaid.\n")
    let post =
      #"{"created_at": "Sun Jul 06 10:00:00 +0000 2025", "id_str": "1", "full_text": "A post"}"#
    try base.folder.write(
      "archive/data/tweets.js", "window.YTD.tweets.part0 = [{\"tweet\": \(post)}]")
    _ = try base.tool.run("index", "--quiet")
    let help = try base.tool.run(command, "--help").output
    let examples = help.split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { $0.hasPrefix("footnote \(command) ") && !$0.contains("--watch") }
    #expect(!examples.isEmpty || command == "doctor")
    for example in examples {
      let result = try base.tool.shell(String(example))
      #expect([0, 1].contains(result.status), "\(example): \(result.errors)")
    }
  }

  @Test func examplesOfBenchRun() throws {
    let base = try SampleBase()
    try base.folder.write("questions.txt", "bacterial code\n")
    let judged =
      #"{"id":"q","text":"ghosts","relevant":[{"path":"raw/2025/10.1.md","lines":[1,1],"grade":2}]}"#
    try base.folder.write("judged.jsonl", judged + "\n")
    try base.folder.write("qrels.txt", "q 0 d1 1\n")
    try base.folder.write("run.txt", "q Q0 d1 1 2 a\n")
    try base.folder.write("other.txt", "q Q0 d2 1 2 b\n")
    try base.folder.write("passages.run", "q Q0 raw/2025/10.1.md:1 1 2 b\n")
    _ = try base.tool.run("bench", "pool", "questions.txt", "--out", "judging.jsonl")
    _ = try base.tool.run("bench", "judge", "judging.jsonl", input: "2")
    for command in [["bench"]] + Self.benches.map({ ["bench", $0] }) {
      let help = try base.tool.run(command + ["--help"]).output
      let examples = help.split(separator: "\n").map { $0.drop { $0 == " " } }
        .filter { $0.hasPrefix("footnote bench ") && !$0.contains("…") && !$0.contains(" --help") }
      #expect(!examples.isEmpty)
      for example in examples {
        let result = try base.tool.shell(String(example))
        #expect(result.status == 0, "\(example): \(result.errors)")
      }
    }
  }

  @Test func versionAndCompletions() throws {
    let base = try SampleBase()
    #expect(try base.tool.run("--version").output == "0.1.0\n")
    for shell in ["bash", "zsh", "fish"] {
      let script = try base.tool.run("--generate-completion-script", shell)
      #expect(script.status == 0)
      #expect(script.output.contains("per-document"))
    }
  }

  @Test func searchIsAsk() throws {
    let base = try SampleBase()
    #expect(try base.tool.run("search", "ghosts").output.contains("ghosts"))
  }
}
