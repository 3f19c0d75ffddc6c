import Testing

/// Help, version, completion; every example in the help of a command runs.
struct HelpTests {
  private static let commands = ["ask", "sources", "related", "show", "index", "status", "doctor"]

  @Test(arguments: commands)
  func helpHasAnExample(_ command: String) throws {
    let base = try SampleBase()
    let result = try base.tool.run(command, "--help")
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
