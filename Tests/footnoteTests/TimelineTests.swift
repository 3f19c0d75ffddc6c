import Foundation
import Testing

/// `footnote timeline` as a user runs it.
struct TimelineTests {
  /// Runs the tool in a base that stays until it has ended.
  private func run(_ arguments: String...) throws -> Tool.Result {
    let base = try base()
    defer { withExtendedLifetime(base) {} }
    return try base.tool.run(arguments)
  }

  private func base() throws -> SampleBase {
    let base = try SampleBase()
    try base.folder.write(
      "wiki/concepts/dated.md",
      """
      ---
      title: Dated
      type: concept
      created: 2026-11-01
      tags: [birds & co]
      ---

      # Dated

      In March 2024 the ghosts <b>came</b> first. The ghosts stayed \
      ([1 October 2025](../../raw/2025/10.1.md#L1)).

      """)
    return base
  }

  @Test func aQuestionInTheOrderOfTime() throws {
    let result = try run("timeline", "ghosts")
    #expect(result.status == 0)
    let march = try #require(result.output.firstRange(of: "2024-03 "))
    let october = try #require(result.output.firstRange(of: "2025-10-01 "))
    #expect(march.lowerBound < october.lowerBound)
    #expect(result.output.hasPrefix("2024\n\nMarch\n\n2024-03     Dated\n"))
    #expect(result.output.contains("wiki/concepts/dated.md:10"))
    #expect(result.output.contains("1 more says the same:  wiki/concepts/dated.md:10"))
    #expect(result.errors.contains("2 matching passages without a date: wiki/concepts/ghosts.md:9"))
  }

  @Test func documentsInTheOrderOfTime() throws {
    let result = try run("timeline")
    #expect(result.status == 0)
    #expect(
      result.output.contains("2024-03     Dated  concept\n–2025-10    wiki/concepts/dated.md\n")
        || result.output.contains(
          "2024-03-01  Dated  concept\n–2025-10-01 wiki/concepts/dated.md\n")
    )
    #expect(result.output.contains("2025-06-19  Software is changing  transcript"))
    #expect(!result.output.contains("Without a date"))
    let latest = try run("timeline", "-n", "1", "--format", "json").object
    let entries = latest["entries"] as? [[String: Any]]
    #expect(entries?.count == 1 && entries?.first?["date"] as? String == "2025-10-01")
  }

  @Test func filtersAreOfTheDatesShown() throws {
    let base = try base()
    let early = try base.tool.run("timeline", "--before", "2025", "--format", "json", "ghosts")
      .object
    #expect((early["entries"] as? [Any])?.count == 1)
    let raw = try base.tool.run("timeline", "--layer", "raw", "--format", "json", "ghosts").object
    let paths = (raw["entries"] as? [[String: Any]])?.compactMap { $0["path"] as? String }
    #expect(paths == ["raw/2025/10.1.md"])
    let none = try base.tool.run("timeline", "--after", "2030")
    #expect(none.status == 1 && none.output.isEmpty)
    #expect(none.errors.contains("no document fits"))
  }

  @Test func nothingRelevant() throws {
    let base = try base()
    let result = try base.tool.run("timeline", "ghosts submarines periscopes torpedoes")
    #expect(result.status == 1 && result.output.isEmpty)
    #expect(result.errors.contains("no passage is relevant enough"), "\(result.errors)")
    let json = try base.tool.run("timeline", "--format", "json", "zzqqx")
    #expect(json.status == 1 && (json.object["entries"] as? [Any])?.isEmpty == true)
  }

  @Test func thePageStandsAlone() throws {
    let base = try base()
    let result = try base.tool.run(
      "timeline", "--format", "html", "--out", "ghosts.html", "ghosts", "\"ghosts\"")
    #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    let page = try base.folder.read("ghosts.html")
    for part in [
      "<h1>ghosts &quot;ghosts&quot;</h1>", "<h2 id=\"y2024\">2024</h2>", "<h3>March 2024</h3>",
      "<time datetime=\"2024-03-01\">March 2024</time>", "data-topics=\"birds&#10;&amp;&#10;co\"",
      "href=\"wiki/concepts/dated.md#L10\"", "<mark>ghosts</mark>", "1 more says the same",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(!page.contains(base.folder.url.path))
  }

  @Test(arguments: [
    ["-n", "0"], ["--score", "2"], ["--score", "nan"], ["--layer", "cellar"],
    ["--after", "someday"],
    ["--out", "wiki/concepts/ghosts.md"], ["--format", "pdf"],
  ])
  func refusals(_ arguments: [String]) throws {
    let base = try base()
    let result = try base.tool.run(["timeline"] + arguments)
    #expect(result.status == 2 && result.output.isEmpty, "\(result.output)")
    #expect(try base.folder.read("wiki/concepts/ghosts.md").contains("imitations"))
  }

  @Test func severalKnowledgeBases() throws {
    let (first, second) = (try base(), try SampleBase())
    try first.folder.write("footnote.yml", "name: one\n")
    try second.folder.write("footnote.yml", "name: two\n")
    let roots = ["--root", first.folder.url.path, "--root", second.folder.url.path]
    let result = try first.tool.run(["timeline", "--format", "json", "ghosts"] + roots).object
    let entries = try #require(result["entries"] as? [[String: Any]])
    let paths = Set(entries.compactMap { $0["path"] as? String })
    #expect(paths.isSuperset(of: ["one/raw/2025/10.1.md", "two/raw/2025/10.1.md"]))
    let dates = entries.compactMap { $0["date"] as? String }
    #expect(dates == dates.sorted())
    let few = try first.tool.run(["timeline", "-n", "2", "--format", "json"] + roots).object
    #expect((few["entries"] as? [Any])?.count == 2 && (few["omitted"] as? Int ?? 0) > 2)
  }

  /// Lines end as they will, and a file may be anything.
  @Test func anyFiles() throws {
    let base = try base()
    try base.folder.write("wiki/concepts/empty.md", "")
    try base.folder.write(
      "wiki/concepts/crlf.md", "\u{FEFF}# Lines\r\n\r\nOn 5 May 2024 ghosts met.\r\n")
    let bytes: [UInt8] =
      Array("On 6 May 2024 ghosts met ".utf8) + [0xFF, 0xC3, 0x28] + Array(" again.\n".utf8)
    try Data(bytes).write(to: base.folder.url.appendingPathComponent("wiki/concepts/bad.md"))
    let result = try base.tool.run("timeline", "--format", "json", "ghosts").object
    let entries = try #require(result["entries"] as? [[String: Any]])
    let found = Dictionary(
      entries.map { ($0["path"] as? String ?? "", $0["date"] as? String ?? "") },
      uniquingKeysWith: { first, _ in first })
    #expect(found["wiki/concepts/crlf.md"] == "2024-05-05")
    #expect(found["wiki/concepts/bad.md"] == "2024-05-06")
    #expect(try base.tool.run("timeline").status == 0)
    #expect(try base.tool.run("graph").status == 0)
  }
}
