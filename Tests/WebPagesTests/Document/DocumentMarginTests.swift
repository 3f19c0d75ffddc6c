import FootnoteKit
import Foundation
import Testing
import WebPages

@Suite struct DocumentMarginTests {
  private func base() throws -> DocumentBase {
    try DocumentBase([
      "wiki/concepts/ghosts.md":
        "---\ntitle: Ghosts\ntype: concept\nupdated: 2026-01-02\nsources: [2025/7.6.md, gone.md, 'https://a.b/c']\ntags: [llm]\naliases: [spirits]\n---\n\n# Ghosts\n\nGhosts are summoned [6 July](../../raw/2025/7.6.md#L3).\n",
      "wiki/concepts/animals.md": "# Animals\n\nUnlike [[ghosts]].\n",
      "raw/2025/7.6.md":
        "---\ntitle: A post\nauthor: Somebody\nurl: https://example.org/post\n---\n\nA post about ghosts.\n",
    ])
  }

  @Test func pagesListTheirSources() throws {
    let page = try base().page("doc/wiki/concepts/ghosts.md")
    #expect(page.contains("<h2 id=\"sources-title\">Sources <span class=\"soft\">2</span></h2>"))
    #expect(
      page.contains(
        "<a href=\"/doc/raw/2025/7.6.md\">A post</a> <time class=\"when\" datetime=\"2025-07-06\">6 Jul 2025</time>"
      ))
    #expect(page.contains("<a href=\"https://a.b/c\">https://a.b/c</a>"))
    #expect(
      page.contains("Declared, but not found <span class=\"soft\">1</span>")
        && page.contains("<li>gone.md</li>"))
    #expect(
      page.contains("<h2 id=\"backlinks-title\">Linked from <span class=\"soft\">1</span></h2>"))
    #expect(page.contains("<a href=\"/doc/wiki/concepts/animals.md\">Animals</a>"))
    #expect(
      page.contains("<dt>Updated</dt><dd>2 Jan 2026</dd>")
        && page.contains("<dt>Also</dt><dd>spirits</dd>"))
    #expect(page.contains("<li><a href=\"/?q=tag%3Allm\">#llm</a></li>"))
    #expect(
      page.contains("<a href=\"/graph?focus=wiki%2Fconcepts%2Fghosts.md\">Show in the graph</a>"))
    #expect(page.contains("<a href=\"/sources?concept=wiki%2Fconcepts%2Fghosts.md\">"))
  }

  @Test func rawFilesListThePagesThatUseThem() throws {
    let page = try base().page("doc/raw/2025/7.6.md")
    #expect(page.contains("<h2 id=\"used-title\">Used by <span class=\"soft\">1</span></h2>"))
    #expect(!page.contains("backlinks-title"))
    #expect(page.contains("<dt>Author</dt><dd>Somebody</dd>"))
    #expect(
      page.contains(
        "<dt>Address</dt><dd><a href=\"https://example.org/post\" rel=\"external noreferrer\">example.org</a></dd>"
      ))
    #expect(page.contains("<dt>Length</dt><dd>4 words</dd>"))
  }

  @Test func longListsAreFolded() throws {
    var files = ["raw/a.md": "A.\n"]
    for number in 0..<12 { files["wiki/\(number).md"] = "[[a]]\n" }
    let page = try DocumentBase(files).page("doc/raw/a.md")
    #expect(
      page.contains("Linked from <span class=\"soft\">12</span>")
        && page.contains("<summary>4 more</summary>"))
  }

  // MARK: What is not there

  @Test(arguments: [
    "doc/nothing.md", "doc/raw", "doc/.footnote", "fragment/passage?path=raw%2F2025%2F7.6.md",
    "fragment/passage?path=nothing.md&lines=1",
    "fragment/passage?path=raw%2F2025%2F7.6.md&lines=99",
    "fragment/passage?path=..%2F..%2Fetc%2Fpasswd&lines=1",
  ])
  func unknownDocumentsAreNotFound(address: String) throws {
    #expect(try base().answer(address).status == 404)
  }

  @Test(arguments: [
    "lines=abc", "lines=0", "lines=3-1", "lines=1-", "lines=-1", "lines=1&hash=xyz",
    "lines=99999999999999999999", "hash=%3Cscript%3E",
  ])
  func whatCannotBeReadIsRefused(query: String) throws {
    #expect(try base().answer("doc/raw/2025/7.6.md?" + query).status == 400)
  }

  @Test func filesThatChangedAreNotShown() throws {
    let base = try base()
    try base.write("raw/2025/7.6.md", "Secret.\n")
    let answer = try base.answer("doc/raw/2025/7.6.md?lines=7")
    let page = String(decoding: answer.body, as: UTF8.self)
    #expect(answer.status == 200)
    #expect(!page.contains("Secret") && page.contains("This file has changed since it was read."))
    #expect(page.contains("Used by"))
    #expect(try base.answer("fragment/passage?path=raw%2F2025%2F7.6.md&lines=7").status == 404)
    try FileManager.default.removeItem(at: base.folder.appendingPathComponent("raw/2025/7.6.md"))
    #expect(try base.answer("doc/raw/2025/7.6.md").status == 404)
  }

  @Test func linksInTheirPlaceAreNotFollowed() throws {
    let base = try base()
    let file = base.folder.appendingPathComponent("raw/2025/7.6.md")
    try FileManager.default.removeItem(at: file)
    try FileManager.default.createSymbolicLink(
      at: file, withDestinationURL: URL(fileURLWithPath: "/etc/passwd"))
    #expect(!(try base.page("doc/raw/2025/7.6.md")).contains("root:"))
  }

  @Test func linesBeyondTheEndSaySo() throws {
    let page = try base().page("doc/raw/2025/7.6.md?lines=50-60")
    #expect(
      page.contains("There are no such lines: the file has 7.")
        && page.contains("href=\"#content\">Cited lines 50–60"))
    #expect(
      try base().page("doc/raw/2025/7.6.md?lines=7-60").contains("The file has only 7 lines."))
  }

  // MARK: Kept citations

  @Test func keptCitationsSayWhatBecameOfTheText() throws {
    let line = "Bacteria write small code."
    let base = try DocumentBase([
      "raw/a.md": "\(line)\n", "raw/b.md": "New first line.\n\nThen another.\n\n\(line)\n",
      "raw/c.md": "Other.\n",
    ])
    let hash = try Self.digest(of: line)
    let same = try base.page("doc/raw/a.md?lines=1&hash=\(hash)")
    #expect(same.contains("The text is as it was cited.") && same.contains("class=\"cited\""))
    let one = try DocumentBase(["raw/b.md": "New first line.\n\nThen another.\n\n\(line)\n"])
    let moved = try one.page("doc/raw/b.md?lines=1&hash=\(hash)")
    #expect(moved.contains("The text has moved: line 5."))
    #expect(
      moved.contains("href=\"#L5\"")
        && moved.contains("<p id=\"L5\" data-lines=\"5\" class=\"cited\">"))
    let elsewhere = try base.page("doc/raw/c.md?lines=1&hash=\(hash)")
    #expect(
      elsewhere.contains("The text has moved: raw/a.md")
        && elsewhere.contains("/doc/raw/a.md?lines=1#L1"))
    let gone = try base.page("doc/raw/c.md?lines=1&hash=00000000")
    #expect(gone.contains("The cited text is gone: these lines hold other text now."))
    #expect(!gone.contains("class=\"cited\""))
  }

  private static func digest(of text: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let digest = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    return String(digest.prefix(8))
  }

  // MARK: The passage

  @Test func passagesArePlainText() throws {
    let base = try DocumentBase([
      "raw/2025/7.6.md":
        "# T\n\n3) Both *have* <b>an</b> [air](x.md) & `code`.\n\n\(String(repeating: "word ", count: 400))\n"
    ])
    let answer = try base.answer("fragment/passage?path=raw%2F2025%2F7.6.md&lines=3")
    #expect(answer.contentType == "text/html; charset=utf-8")
    let text = String(decoding: answer.body, as: UTF8.self)
    #expect(
      text.contains(
        "<a href=\"/doc/raw/2025/7.6.md?lines=3#L3\">raw/<wbr>2025/<wbr>7.6.md<wbr><b>:3</b></a>"))
    #expect(text.contains("<p class=\"peek-text\" dir=\"auto\">Both have an air &amp; code.</p>"))
    #expect(text.contains("<time datetime=\"2025-07-06\">6 Jul 2025</time><span>post</span>"))
    let long = try base.page("fragment/passage?path=raw%2F2025%2F7.6.md&lines=5")
    #expect(long.contains("word …</p>") && long.utf8.count < 1_500)
  }
}
