import Digest
import FootnoteKit
import Foundation
import Testing

/// Pages are whole, run nothing but their own script, and show what notes hold as text.
struct PagesTests {
  private static let nasty = "<script>alert('x')</script> & \"q\" \u{1B}\u{202E}"
  private static let files = [
    "raw/2025/10.1.md":
      "---\nurl: https://video.example/watch?v=a&b\ntype: '<talk>'\n---\n\nGhosts came.\n",
    "wiki/concepts/ghosts.md": """
    ---
    title: '\(nasty.replacing("'", with: "''"))'
    type: con<cept
    tags: ['a"b', "c\\nd"]
    sources: [2025/10.1.md]
    ---

    Ghosts </script><!-- came ([1 October](../../raw/2025/10.1.md#L5)) & went in May 2024.
    """,
    "wiki/concepts/bad url.md": "---\nurl: javascript:alert(1)\n---\n\n[[ghosts]] [[nowhere]]\n",
  ]

  private func session() throws -> (Session, remove: () -> Void) {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("footnote-\(UUID().uuidString)")
    for (path, text) in Self.files {
      let file = root.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let session = try Session(
      SessionOptions(
        root: root.path, workingDirectory: root.path,
        environment: ["HOME": root.path, "FOOTNOTE_MODEL": root.path + "/none"]))
    _ = try session.prepare()
    return (session, { try? FileManager.default.removeItem(at: root) })
  }

  private func pages() throws -> [String] {
    let (session, remove) = try session()
    defer { remove() }
    let graph = try #require(
      try session.linkGraph(GraphOptions(includesMissing: true, includesLists: true)))
    let searcher = try SessionGroup([session]).searcher(for: .lexical)
    let documents = try searcher.timeline(TimelineRequest())
    let answer = try searcher.timeline(
      TimelineRequest(question: "ghosts " + Self.nasty, leastScore: 0))
    #expect(!answer.entries.isEmpty)
    let links = DocumentLinks(base: "../")
    return [
      try GraphPage(graph, name: Self.nasty, links: links).html,
      TimelinePage(documents, name: Self.nasty, links: links).html,
      TimelinePage(answer, name: Self.nasty, links: links).html,
    ]
  }

  private func content(of element: String, in page: String) throws -> String {
    let start = try #require(page.range(of: "<\(element)>"))
    let end = try #require(page.range(of: "</", range: start.upperBound..<page.endIndex))
    #expect(page[end.lowerBound...].hasPrefix("</\(element)>"))
    return String(page[start.upperBound..<end.lowerBound])
  }

  @Test func onlyTheirOwnScriptAndStyleRun() throws {
    for page in try pages() {
      let policy = try #require(page.range(of: "http-equiv=\"Content-Security-Policy\" content=\""))
      let value = page[policy.upperBound...].prefix { $0 != "\"" }.replacing("&#39;", with: "'")
      #expect(value.hasPrefix("default-src 'none'; "))
      #expect(!value.contains("unsafe"))
      for element in ["script", "style"] {
        let digest = SHA256Digest(of: try content(of: element, in: page))
        let hash = Data(digest.bytes).base64EncodedString()
        #expect(value.contains("\(element)-src 'sha256-\(hash)'"), "\(element)")
      }
    }
  }

  @Test func nothingIsLoaded() throws {
    for page in try pages() {
      for piece in [
        "src=\"", "<link", "<img", "<iframe", "@import", "url(", "fetch(", "XMLHttpRequest",
        "import(",
        "WebSocket", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(",
        " style=", " onclick=", "javascript:alert(1)\"",
      ] {
        #expect(!page.contains(piece), "\(piece)")
      }
    }
  }

  @Test func textOfNotesIsText() throws {
    for page in try pages() {
      #expect(!page.contains("alert('x')"))
      #expect(
        page.components(separatedBy: "<script").count - 1 == (page.contains("id=\"data\"") ? 2 : 1))
      #expect(
        page.components(separatedBy: "</script>").count
          == page.components(separatedBy: "<script").count)
      #expect(!page.contains("\u{1B}"))
      #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;q&quot;"))
      #expect(!page.contains("<!-- "))
    }
  }

  @Test func elementsAreClosed() throws {
    for page in try pages() { expectBalanced(page) }
  }

  @Test func dataIsJSON() throws {
    let page = try #require(try pages().first)
    let start = try #require(page.range(of: "<script type=\"application/json\" id=\"data\">"))
    let json = page[start.upperBound...].prefix { $0 != "<" }
    let data = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let nodes = try #require(data["nodes"] as? [[String: Any]])
    #expect(nodes.count == 4)
    #expect(nodes.contains { ($0["title"] as? String)?.hasPrefix("<script>alert(") == true })
    #expect(nodes.contains { $0["href"] as? String == "../wiki/concepts/bad%20url.md" })
    #expect(nodes.compactMap { $0["url"] as? String } == ["https://video.example/watch?v=a&b"])
    #expect((data["edges"] as? [[Any]])?.count == 4)
  }

  @Test func theSameInputGivesTheSamePage() throws {
    #expect(try pages() == pages())
  }

  @Test func thePageReadsWithoutItsScript() throws {
    let pages = try pages()
    #expect(pages[0].contains("<details id=\"list\" open>"))
    #expect(pages[0].contains("<a href=\"#node-"))
    #expect(pages[0].contains("<div id=\"stage\" hidden>"))
    #expect(pages[1].contains("<form id=\"filters\" hidden>"))
    for page in pages {
      #expect(page.contains("prefers-color-scheme: dark") && page.contains("@media print"))
      #expect(page.contains("name=\"viewport\""))
    }
    #expect(pages[0].contains("prefers-reduced-motion"))
  }

  /// Reads tags with a stack; everything but the few void elements has to be closed in order.
  private func expectBalanced(_ html: String, sourceLocation: SourceLocation = #_sourceLocation) {
    var open: [Substring] = []
    let markup = html.replacing(#/<(script|style)([^>]*)>[\s\S]*?<\/\1>/#) { "<\($0.1)></\($0.1)>" }
    for piece in markup.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      let tag = piece.prefix { $0 != ">" }
      let name = tag.prefix { !$0.isWhitespace && $0 != "/" }
      if tag.first == "/" {
        let closed = tag.dropFirst()
        #expect(open.popLast() == closed, sourceLocation: sourceLocation)
      } else if tag.last != "/", !["!DOCTYPE", "meta", "input"].contains(name) {
        open.append(name)
      }
    }
    #expect(open == [], sourceLocation: sourceLocation)
  }
}

struct DocumentLinksTests {
  @Test(arguments: [
    ("/a/b/out.html", "/a/b", "x.md"), ("/a/b/c/out.html", "/a/b", "../x.md"),
    ("/a/out.html", "/a/b", "b/x.md"), ("/out.html", "/", "x.md"),
    ("/c/d/out.html", "/a b/c", "../../a%20b/c/x.md"), ("/a/bc/out.html", "/a/b", "../b/x.md"),
  ])
  func relativePaths(page: String, root: String, expected: String) {
    #expect(DocumentLinks(from: page, to: root).reference(to: "x.md") == expected)
  }

  @Test func namesAreEncoded() {
    let links = DocumentLinks(base: "")
    #expect(
      links.reference(to: "javascript:alert(1).md", line: 3) == "javascript%3Aalert%281%29.md#L3")
    #expect(links.reference(to: "a/é \"<#?%.md") == "a/%C3%A9%20%22%3C%23%3F%25.md")
    #expect(DocumentLinks.none.reference(to: "a.md") == nil)
  }
}
