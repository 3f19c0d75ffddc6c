import Foundation
import Testing

/// `--link`, and hyperlinks of the terminal.
struct LinkTests {
  private static let commands = [
    ["ask", "--mode", "lexical", "ghosts"], ["sources", "ghosts"], ["related", "ghosts"],
    ["show", "raw/2025/10.1.md:1"], ["timeline", "--layer", "raw"],
    ["timeline", "--score", "0", "ghosts"], ["provenance", "ghosts"],
  ]

  private func base() throws -> SampleBase {
    let base = try SampleBase()
    _ = try base.tool.run("index", "--quiet")
    return base
  }

  private func root(_ base: SampleBase) -> String {
    base.folder.url.resolvingSymlinksInPath().path
  }

  /// What is left without links, and the addresses.
  private func taken(_ text: String) -> (text: String, addresses: [String]) {
    let link = #/\u{1B}\]8;;([^\u{1B}]*)\u{1B}\\/#
    let addresses = text.matches(of: link).map { String($0.output.1) }.filter { !$0.isEmpty }
    return (text.replacing(link, with: ""), addresses)
  }

  /// Answers end with how long they took.
  private func timeless(_ text: String) -> String {
    text.replacing(#/[0-9.]+ m?s$/#.anchorsMatchLineEndings(), with: "")
  }

  @Test(arguments: commands)
  func addressesStandBelowCitations(_ command: [String]) throws {
    let base = try base()
    let plain = try base.tool.run(command)
    #expect(plain.status == 0)
    #expect(!plain.output.contains("://") && !plain.output.contains("\u{1B}"))
    let linked = try base.tool.run(command + ["--link", "vscode"])
    let lines = linked.output.split(separator: "\n", omittingEmptySubsequences: false)
    let addresses = lines.filter { $0.drop { $0 == " " }.hasPrefix("vscode://file\(root(base))/") }
    #expect(!addresses.isEmpty)
    #expect(addresses.allSatisfy { $0.contains(".md") })
    let rest = lines.filter { !$0.contains("vscode://") }.joined(separator: "\n")
    #expect(timeless(rest) == timeless(plain.output))
    #expect(
      timeless(try base.tool.run(command + ["--link", "none"]).output) == timeless(plain.output))
  }

  @Test(arguments: commands)
  func hyperlinksAddNothingToTheText(_ command: [String]) throws {
    var base = try base()
    let plain = try base.tool.run(command).output
    base.tool.environment["FORCE_HYPERLINK"] = "1"
    let linked = taken(try base.tool.run(command).output)
    #expect(timeless(linked.text) == timeless(plain))
    #expect(!linked.addresses.isEmpty)
    #expect(linked.addresses.allSatisfy { $0.hasPrefix("file://\(root(base))/") })
    let obsidian = taken(try base.tool.run(command + ["--link", "obsidian"]).output)
    #expect(timeless(obsidian.text) == timeless(plain))
    #expect(obsidian.addresses.allSatisfy { $0.hasPrefix("obsidian://open?path=%2F") })
    #expect(obsidian.addresses.count == linked.addresses.count)
    let none = try base.tool.run(command + ["--link", "none"]).output
    #expect(timeless(none) == timeless(plain))
  }

  @Test(arguments: commands)
  func jsonHasLinksWhereTheyAreAsked(_ command: [String]) throws {
    let base = try base()
    func keys(_ value: Any) -> Set<String> {
      switch value {
      case let object as [String: Any]:
        object.reduce(into: Set(object.keys)) { $0.formUnion(keys($1.value)) }
      case let list as [Any]: list.reduce(into: []) { $0.formUnion(keys($1)) }
      default: []
      }
    }
    let plain = try base.tool.run(command + ["--format", "json"]).object
    let linked = try base.tool.run(command + ["--format", "json", "--link", "vscode"]).object
    #expect(!keys(plain).contains("link"))
    #expect(keys(linked) == keys(plain).union(["link"]))
    let none = try base.tool.run(command + ["--format", "json", "--link", "none"]).object
    #expect(keys(none) == keys(plain))
  }

  @Test func linesOfJSONHaveTheirPlace() throws {
    let base = try base()
    let hit = try base.tool.run(
      "ask", "--mode", "lexical", "--format", "jsonl", "--link", "vscode", "genome"
    ).objects.first
    let line = (hit?["lines"] as? [Int])?.first ?? 0
    let path = hit?["path"] as? String ?? ""
    #expect(hit?["link"] as? String == "vscode://file\(root(base))/\(path):\(line):1")
    let batch = try base.tool.run(
      "ask", "--mode", "lexical", "--batch", "-", "--link", "file", input: "genome\n"
    ).objects.first
    let first = (batch?["hits"] as? [[String: Any]])?.first
    #expect(first?["link"] as? String == "file://\(root(base))/\(path)")
  }

  @Test func markdownHasLinks() throws {
    let base = try base()
    let text = try base.tool.run(
      "ask", "--mode", "lexical", "--format", "markdown", "--link", "vscode", "-n", "1", "summoning"
    ).output
    #expect(
      text.contains("[`raw/2025/10.1.md:1`](vscode://file\(root(base))/raw/2025/10.1.md:1:1)"))
    let plain = try base.tool.run(
      "ask", "--mode", "lexical", "--format", "markdown", "-n", "1", "summoning"
    ).output
    #expect(plain.contains("\n`raw/2025/10.1.md:1`"))
  }

  /// Names cannot end the sequence that holds them.
  @Test func namesDoNotSteerTheTerminal() throws {
    var base = try SampleBase()
    let names = [
      "esc\u{1B}]8;;http:evil\u{1B}\\x.md", "bell\u{07}.md", "two\nlines.md", "c1\u{9C}\u{9B}2J.md",
      "日本語 🙂 100%#?.md",
    ]
    for (index, name) in names.enumerated() {
      try base.folder.write("raw/\(name)", "Quokka number \(index) smiles alone.\n")
    }
    base.tool.environment["FORCE_HYPERLINK"] = "1"
    let result = try base.tool.run("ask", "--mode", "lexical", "--no-fold", "quokka smiles")
    let (text, addresses) = taken(result.output)
    #expect(addresses.count == names.count)
    #expect(
      !text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    let paths = addresses.compactMap { URL(string: $0)?.path }
    #expect(Set(paths) == Set(names.map { "\(root(base))/raw/\($0)" }))
  }

  /// On a terminal that is known to show links nothing has to be asked for.
  @Test(arguments: [("xterm-kitty", true), ("xterm", false)])
  func terminalsThatKnowLinksGetThem(_ kind: String, isLinked: Bool) throws {
    let base = try base()
    guard let terminal = try Terminal(base.tool) else { return }
    let text = try terminal.run("ask --mode lexical ghosts", kind: kind)
    #expect(text.contains("\u{1B}]8;;file://") == isLinked)
    let asked = try terminal.run("ask --mode lexical --link vscode ghosts", kind: kind)
    #expect(asked.contains("\u{1B}]8;;vscode://") == isLinked)
    #expect(asked.contains("wiki/concepts/ghosts.md"))
  }

  @Test func aRemoteTerminalLearnsTheHost() throws {
    var base = try base()
    base.tool.environment["FORCE_HYPERLINK"] = "1"
    base.tool.environment["SSH_CONNECTION"] = "10.0.0.1 1 10.0.0.2 22"
    let address = try #require(
      taken(try base.tool.run("show", "raw/2025/10.1.md:1").output).addresses.first)
    #expect(!address.hasPrefix("file:///"))
    #expect(URL(string: address)?.path == "\(root(base))/raw/2025/10.1.md")
  }

  @Test func aMovedCitationLeadsToWhereItIs() throws {
    let base = try base()
    let hit = try base.tool.run("ask", "--mode", "lexical", "--format", "jsonl", "summoning")
      .objects
      .first
    let hash = try #require(hit?["hash"] as? String)
    try base.folder.write(
      "raw/2025/10.1.md", "New.\n\n" + (try base.folder.read("raw/2025/10.1.md")))
    let moved = try base.tool.run("show", "--link", "vscode", "raw/2025/10.1.md:1@\(hash)")
    #expect(moved.output.contains("moved to"))
    #expect(moved.output.contains("vscode://file\(root(base))/raw/2025/10.1.md:3:1\n"))
  }

  @Test func formatsWithoutCitationsHaveNone() throws {
    let base = try base()
    for format in ["files", "trec"] {
      let result = try base.tool.run("ask", "--format", format, "--link", "file", "ghosts")
      #expect(result.status == 2)
      #expect(result.errorLines.count == 1)
    }
    #expect(try base.tool.run("timeline", "--format", "html", "--link", "file").status == 2)
    #expect(try base.tool.run("ask", "--link", "emacs", "ghosts").status == 2)
    let page = try base.tool.run("timeline", "--out", "t.txt", "--link", "file")
    #expect(page.status == 0)
    #expect(try base.folder.read("t.txt").contains("\n            file://\(root(base))/raw/"))
  }
}
