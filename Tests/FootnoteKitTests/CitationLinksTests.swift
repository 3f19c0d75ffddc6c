import FootnoteKit
import Foundation
import Testing

/// Addresses that open citations.
struct CitationLinksTests {
  private let root: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("footnote links \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    root = folder.resolvingSymlinksInPath().path
  }

  private func session(_ path: String = "") throws -> Session {
    try Session(SessionOptions(root: root + path, workingDirectory: root, environment: [:]))
  }

  private func write(_ path: String, _ text: String = "") throws {
    let file = URL(fileURLWithPath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func links(_ opener: CitationOpener) throws -> CitationLinks {
    CitationLinks(SessionGroup([try session()]), opener: opener)
  }

  private static let names = [
    "raw/plain.md", "a b.md", "50%.md", "a#b?c&d=e.md", "100%25.md", "日本語.md", "🙂.md",
    "two\nlines.md", "esc\u{1B}]8;;x\u{07}.md", "(a)[b]<c>.md", "a:1.md", "quote\"'`.md", "é.md",
    "back\\slash.md", "+.md",
  ]

  @Test(arguments: names)
  func addressesHoldAnyName(_ name: String) throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    for opener in CitationOpener.allCases {
      let address = try links(opener).address(of: name, line: 7)
      #expect(address.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "\(address)")
      #expect(!address.contains { "()[]<>\"'`\\".contains($0) }, "\(address)")
    }
    let file = try links(.file).address(of: name, line: 7)
    #expect(URL(string: file)?.path == root + "/" + name)
    #expect(!file.contains("#") && !file.contains("?"))
    let code = try links(.vscode).address(of: name, line: 7)
    let path = try #require(
      code.dropFirst("vscode://file".count).dropLast(4).removingPercentEncoding)
    #expect(path == root + "/" + name)
    #expect(code.hasPrefix("vscode://file/") && code.hasSuffix(":7:1"))
    let obsidian = try #require(URLComponents(string: links(.obsidian).address(of: name, line: 7)))
    let items = obsidian.queryItems ?? []
    #expect(items.map(\.name) == ["path", "line"])
    #expect(items.map(\.value) == [root + "/" + name, "7"])
  }

  @Test func withoutALineTheFileOpens() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    #expect(try links(.vscode).address(of: "a.md").hasSuffix("/a.md"))
    #expect(try links(.obsidian).address(of: "a.md").hasSuffix("a.md"))
    let citation = Citation(path: "a.md", lines: 3...5)
    #expect(try links(.vscode).address(of: citation).hasSuffix("/a.md:3:1"))
  }

  @Test func obsidianOpensInTheNearestVault() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    try write("my notes/.obsidian/app.json", "{}")
    try write("my notes/wiki/inner/.obsidian/app.json", "{}")
    let links = CitationLinks(SessionGroup([try session("/my notes")]), opener: .obsidian)
    #expect(
      links.address(of: "wiki/a b.md", line: 4)
        == "obsidian://open?vault=my%20notes&file=wiki%2Fa%20b.md&line=4")
    #expect(
      links.address(of: "wiki/inner/c.md", line: 4)
        == "obsidian://open?vault=inner&file=c.md&line=4")
  }

  /// A knowledge base may be part of a vault.
  @Test func theVaultMayBeginAboveTheRoot() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    try write("vault/.obsidian/app.json", "{}")
    try write("vault/part/a.md")
    let links = CitationLinks(SessionGroup([try session("/vault/part")]), opener: .obsidian)
    #expect(links.address(of: "a.md") == "obsidian://open?vault=vault&file=part%2Fa.md")
  }

  @Test(
    arguments: [
      (#"["dataview", "obsidian-advanced-uri"]"#, true), (#"["dataview"]"#, false),
      ("not JSON", false), (#"{"obsidian-advanced-uri": true}"#, false),
    ])
  func aLineIsOpenedByThePlugin(_ plugins: String, opensLine: Bool) throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    try write("vault/.obsidian/community-plugins.json", plugins)
    let links = CitationLinks(SessionGroup([try session("/vault")]), opener: .obsidian)
    let expected =
      opensLine
      ? "obsidian://advanced-uri?vault=vault&filepath=a%2Fb.md&line=2"
      : "obsidian://open?vault=vault&file=a%2Fb.md&line=2"
    #expect(links.address(of: "a/b.md", line: 2) == expected)
  }

  @Test func pathsOfSeveralBasesLeadIntoTheRightOne() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    try write("one/a.md")
    try write("two/a.md")
    let group = SessionGroup([try session("/one"), try session("/two")])
    let links = CitationLinks(group, opener: .file, host: "desk-1.local")
    let encoded = root.replacing(" ", with: "%20")
    #expect(links.address(of: "two/a.md") == "file://desk-1.local\(encoded)/two/a.md")
  }

  @Test func markdownLinksOnlyWhereItIsAsked() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    try write("a.md", "Ghosts are no animals.\n")
    let session = try session()
    _ = try session.prepare(.init(encodes: false))
    let answer = try session.searcher(for: .lexical).search(try session.parse("ghosts"))
    #expect(MarkdownAnswer(answer).text.contains("\n`a.md:1`\n"))
    let text = MarkdownAnswer(answer, links: try links(.vscode)).text
    let encoded = root.replacing(" ", with: "%20")
    #expect(text.contains("\n[`a.md:1`](vscode://file\(encoded)/a.md:1:1)\n"))
  }
}
