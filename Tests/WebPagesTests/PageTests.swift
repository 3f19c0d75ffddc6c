import Testing
import WebPages

@Suite struct PageTests {
  private let sample: SampleSite

  init() throws {
    sample = try SampleSite()
  }

  @Test(arguments: [
    "/", "/sources", "/graph", "/coverage", "/quality", "/help", "/nothing",
    "/doc/wiki/concepts/bacterial-code.md",
  ])
  func arePagesOfOneKind(path: String) throws {
    let answer = try sample.get(path)
    #expect(answer.contentType == "text/html; charset=utf-8")
    let markup = Markup(answer.text)
    #expect(markup.text.hasPrefix("<!doctype html>"))
    #expect(markup.text.hasSuffix("</html>\n"))
    #expect(markup.repeatedIDs == [])
    #expect(markup.attribute("style") == [])
    #expect(!markup.text.contains("{{"))
    #expect(markup.text.contains("base: 5 documents, 5 passages."))
  }

  @Test(arguments: ["/sources", "/graph", "/coverage", "/quality", "/help"])
  func areNamedInTheNavigation(path: String) throws {
    #expect(try sample.text(path).contains("<a href=\"\(path)\""))
    let open = Markup(try sample.text(path)).matches(
      "href=\"(/[a-z]*)\"[^>]* aria-current=\"page\"")
    #expect(open == [path])
  }

  @Test func theStartNamesWhatThereIs() throws {
    let text = try sample.text("/")
    #expect(text.contains("<title>base · Footnote</title>"))
    #expect(text.contains("3 sources from 2024 to 2025 and 2 pages compiled from them."))
    #expect(text.contains("<a href=\"/doc/wiki/concepts/bacterial-code.md\">Bacterial code</a>"))
    let dates = Markup(text).matches("<time class=\"when\" datetime=\"([0-9-]*)\"")
    #expect(dates == ["2025-07-06", "2025-03-04", "2024-10-01"])
    #expect(text.contains("6 Jul 2025"))
  }

  @Test func whatIsStaleStandsAtTheFoot() throws {
    #expect(try sample.get("/help", stale: 2).text.contains("2 files changed since."))
    #expect(!(try sample.text("/help").contains("changed since.")))
  }

  @Test func theCoverageCounts() throws {
    let text = try sample.text("/coverage")
    #expect(text.contains("What base holds: 5 documents in 5 passages."))
    #expect(text.contains("<a href=\"/?q=layer%3Araw\">raw</a>"))
    #expect(text.contains("<a href=\"/?q=after%3A2024+before%3A2025\">2024</a>"))
    #expect(text.contains("Sources that lead nowhere <span class=\"count\">1</span>"))
    #expect(text.contains("2025/nowhere.md"))
    // What the rows lead to is there.
    let raw = Markup(try sample.text("/", ["q": "layer:raw"]))
    #expect(raw.citations.count == 3)
    #expect(Markup(try sample.text("/", ["q": "after:2024 before:2025"])).citations.count == 1)
  }

  @Test func theGraphIsAListToo() throws {
    let text = try sample.text("/graph")
    #expect(text.contains("Graph of 5 documents and 4 links"))
    #expect(text.contains("<script type=\"module\" src=\"/assets/graph.js\">"))
    #expect(text.contains("<a href=\"/doc/raw/talk.md\">A talk</a> <span class=\"soft\">1</span>"))
    let narrowed = try sample.text("/graph", ["find": "bacTERIAL", "type": "concept"])
    #expect(narrowed.contains("<details id=\"list\" open>"))
    #expect(
      Markup(narrowed).matches("<li><a href=\"(/doc[^\"]*)\"") == [
        "/doc/wiki/concepts/bacterial-code.md"
      ])
  }

  @Test func aFailureIsAPageToo() {
    let answer = sample.site.failure(
      503, message: "The index <cannot> be used", detail: nil,
      for: PageRequest(path: "/", fields: [.init("q", "ghosts")]))
    #expect(answer.status == 503)
    #expect(answer.text.contains("<h1>The index &lt;cannot&gt; be used</h1>"))
    #expect(answer.text.contains("value=\"ghosts\""))
    #expect(answer.text.contains("base."))
  }
}
