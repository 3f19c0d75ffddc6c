import Foundation
import Testing

/// `footnote lint` as a user runs it.
struct LintTests {
  @Test func errorsMakeTheStatusOne() throws {
    let base = try SampleBase()
    let result = try base.tool.run("lint")
    #expect(result.status == 1)
    #expect(
      result.output.contains(
        "wiki/concepts/bacterial-code.md:4: error: the source '2025/nowhere.md' leads to no file "
          + "[unresolved-source]\n    write its path below raw/, or add the file\n"))
    #expect(result.output.hasSuffix("\n"))
    #expect(result.errors.contains("changes in raw/ are not checked"))
    #expect(try base.tool.run("lint", "--rule", "orphan").status == 0)
    #expect(try base.tool.run("lint", "wiki/concepts/ghosts.md").status == 0)
    #expect(!base.folder.exists(".footnote"))
  }

  @Test func pathsAreReadFromTheRootAndFromHere() throws {
    let base = try SampleBase()
    var inside = base.tool
    inside.folder = base.folder.url.appendingPathComponent("wiki/concepts")
    #expect(try inside.run("lint", "bacterial-code.md").status == 1)
    #expect(try inside.run("lint", "wiki/concepts").status == 1)
    for path in ["nowhere.md", "/etc"] {
      let result = try inside.run("lint", path)
      #expect(result.status == 2)
      #expect(result.errors.contains("there is no such file or folder in the knowledge base"))
    }
  }

  @Test func settingsHoldAndMistakesInThemAreErrors() throws {
    let base = try SampleBase()
    try base.folder.write("footnote.yml", "lint: {unresolved-source: off}\n")
    #expect(try base.tool.run("lint").status == 0)
    try base.folder.write("footnote.yml", "lint: {unresolved-sources: off}\n")
    let result = try base.tool.run("lint")
    #expect(result.status == 2)
    #expect(result.errors.contains("there is no rule of this name: unresolved-sources"))
    #expect(try base.tool.run("lint", "--rule", "nothing").status == 2)
    #expect(try base.tool.run("lint", "--rules").output.contains("\nunresolved-source   error    "))
  }

  @Test func theDocumentationHasEveryRuleWithItsSeverity() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appendingPathComponent("docs/keeping.md"), encoding: .utf8)
    let base = try SampleBase()
    let rules = try base.tool.run("lint", "--rules").output.split(separator: "\n")
    #expect(rules.count > 20)
    for rule in rules {
      let words = rule.split(separator: " ")
      #expect(text.contains("\n| `\(words[0])` | \(words[1]) | "), "\(rule)")
    }
  }

  @Test func sarifHasWhatItsSchemaDemands() throws {
    let base = try SampleBase()
    try base.folder.write("wiki/concepts/ä b.md", "[[nowhere]]\n")
    let log = try base.tool.run("lint", "--format", "sarif").object
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "footnote")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(!results.isEmpty)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect(["note", "warning", "error"].contains(result["level"] as? String))
      #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      let location = (result["locations"] as? [[String: Any]])?.first
      let place = try #require(location?["physicalLocation"] as? [String: Any])
      let uri = try #require((place["artifactLocation"] as? [String: Any])?["uri"] as? String)
      #expect(URL(string: uri) != nil && !uri.contains(" "))
      if let region = place["region"] as? [String: Any] {
        #expect((region["startLine"] as? Int ?? 0) > 0)
      }
    }
    #expect(results.contains { "\($0)".contains("wiki/concepts/%C3%A4%20b.md") })
  }

  @Test func whatIsMechanicalIsMended() throws {
    let base = try SampleBase()
    try base.folder.write(
      "wiki/overview.md", "---\r\nsources: [7.6.md]\r\ntitle: Overview\r\n---\r\nText.\r\n")
    let dry = try base.tool.run("lint", "--fix", "--dry-run")
    #expect(dry.output.contains("-7.6.md\n+2025/7.6.md\n"))
    #expect(dry.output.contains(" would be mended\n"))
    #expect(!base.folder.exists("wiki/index.md"))
    let result = try base.tool.run("lint", "--fix", "--format", "json").object
    #expect(result["written"] as? Bool == true)
    #expect(
      try base.folder.read("wiki/overview.md")
        == "---\r\ntitle: Overview\r\nsources: [2025/7.6.md]\r\n---\r\nText.\r\n")
    #expect(try base.tool.run("catalog", "--check").status == 0)
    #expect(
      try base.tool.run("lint", "--fix", "--format", "json").object["written"] as? Bool == false)
  }

  @Test func changesOfRawFilesAreReportedUntilTheyAreAccepted() throws {
    let base = try SampleBase()
    let lint = ["lint", "--format", "json", "--severity", "warning", "raw"]
    func rules() throws -> [String] {
      let findings = try base.tool.run(lint).object["findings"] as? [[String: Any]] ?? []
      return findings.compactMap { $0["rule"] as? String }
    }
    _ = try base.tool.run("index", "--quiet")
    #expect(try rules() == [])
    try base.folder.write("raw/2025/7.6.md", "Forged.\n")
    try FileManager.default.moveItem(
      at: base.folder.url.appendingPathComponent("raw/2025/10.1.md"),
      to: base.folder.url.appendingPathComponent("raw/10.1.md"))
    #expect(try base.tool.run(lint).status == 1)
    #expect(try rules() == ["raw-renamed", "raw-changed"])
    // Neither an update nor a rebuild makes it forgotten.
    _ = try base.tool.run("index", "--quiet")
    _ = try base.tool.run("index", "--quiet", "--full")
    #expect(try rules() == ["raw-renamed", "raw-changed"])
    let one = try base.tool.run("lint", "--accept", "raw/2025/7.6.md")
    #expect(one.errors.contains("accepted raw/2025/7.6.md"))
    #expect(try rules() == ["raw-renamed"])
    #expect(try base.tool.run("lint", "--accept", "raw/2025/10.1.md").errors.contains("accepted"))
    #expect(try rules() == [])
    #expect(try base.tool.run("lint", "--accept").errors.contains("there is no change of raw/"))
  }

  @Test func aPageThatCannotBeWrittenIsOneClearError() throws {
    let base = try SampleBase()
    try base.folder.write("wiki/overview.md", "---\ntitle: O\nsources: [7.6.md]\n---\nText.\n")
    guard let other = try OtherUser(base.tool) else {
      print("skipped: only the superuser can become another user, with setpriv")
      return
    }
    #expect(try other.run("lint").status == 1)
    let result = try other.run("lint --fix")
    #expect(result.status == 2)
    #expect(result.errorLines.last?.contains("cannot be written") == true)
    #expect(try base.folder.read("wiki/overview.md").contains("[7.6.md]"))
  }

  @Test func optionsThatContradictEachOtherAreRefused() throws {
    let base = try SampleBase()
    for options in [["--dry-run"], ["--fix", "--accept"], ["--fix", "--format", "sarif"]] {
      #expect(try base.tool.run(["lint"] + options).status == 2)
    }
  }
}

extension LintTests {
  @Test func claimsWithoutASourceAreFound() throws {
    let base = try SampleBase()
    try base.folder.write(
      "wiki/concepts/copying.md",
      """
      ---
      title: Copying
      type: concept
      sources: [2025/7.6.md]
      ---

      # Copying

      Bacteria copy and paste their genes ([6 July](../../raw/2025/7.6.md#L3)).

      Lighthouses were first lit by whale oil in 1837.
      """)
    let plain = try base.tool.run("lint", "wiki/concepts/copying.md", "--format", "json")
    #expect(!plain.output.contains("unsupported-claim"))
    let result = try base.tool.run(
      "lint", "--claims", "--rule", "unsupported-claim", "--format", "json",
      "wiki/concepts/copying.md")
    let findings = try #require(result.object["findings"] as? [[String: Any]])
    #expect(findings.map { $0["line"] as? Int } == [11])
    #expect((findings.first?["message"] as? String)?.contains("whale oil") == true)
    #expect(result.status == 0)
    try base.folder.write("footnote.yml", "lint: {unsupported-claim: [wiki/concepts/]}\n")
    let off = try base.tool.run("lint", "--claims", "--rule", "unsupported-claim")
    #expect(off.status == 0 && !off.output.contains("whale"))
  }
}

extension LintTests {
  @Test func onlyWhatLintListsIsAccepted() throws {
    let base = try SampleBase()
    try base.folder.write("raw/2025/8.8.md", "Another post.\n")
    _ = try base.tool.run("index", "--quiet")
    #expect(try base.tool.run("lint", "--accept", "raw/nosuch.md").status == 2)
    let outside = try TemporaryFolder()
    try outside.write("forged.md", "Forged.\n")
    let link = base.folder.url.appendingPathComponent("raw/2025/7.6.md")
    try FileManager.default.removeItem(at: link)
    try FileManager.default.createSymbolicLink(
      at: link, withDestinationURL: outside.url.appendingPathComponent("forged.md"))
    try base.folder.write("footnote.yml", "ignore: [raw/2025/8.8.md]\n")
    func rules() throws -> [String] {
      let findings =
        try base.tool.run("lint", "--format", "json", "--rule", "raw-changed", "raw")
        .object["findings"] as? [[String: Any]]
      return findings?.compactMap { $0["path"] as? String } ?? []
    }
    #expect(try rules() == ["raw/2025/7.6.md"])
    let result = try base.tool.run("lint", "--accept")
    #expect(result.errors.contains("there is no change of raw/ to accept"))
    #expect(try rules() == ["raw/2025/7.6.md"])
    // The record of the ignored file was kept, too.
    try base.folder.write("footnote.yml", "")
    try base.folder.write("raw/2025/8.8.md", "Forged.\n")
    #expect(try rules() == ["raw/2025/7.6.md", "raw/2025/8.8.md"])
  }

  @Test func whatWasMendedBeforeAFailureIsPrinted() throws {
    let base = try SampleBase()
    let page = "---\ntitle: O\nsources: [7.6.md]\n---\nText.\n"
    for name in ["a", "b"] { try base.folder.write("wiki/entities/\(name).md", page) }
    guard let other = try OtherUser(base.tool) else {
      print("skipped: only the superuser can become another user, with setpriv")
      return
    }
    let path = base.folder.url.appendingPathComponent("wiki/entities").path
    chmod(path, 0o777)
    chmod(path + "/a.md", 0o666)
    let result = try other.run("lint --fix --rule loose-source")
    #expect(result.status == 2)
    #expect(result.output.contains("wiki/entities/a.md"))
    #expect(result.output.contains("+2025/7.6.md\n"))
    #expect(result.errorLines.last?.contains("cannot be written") == true)
    #expect(try base.folder.read("wiki/entities/a.md").contains("[2025/7.6.md]"))
  }
}
