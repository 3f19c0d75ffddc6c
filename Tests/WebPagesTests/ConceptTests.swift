import Testing
import WebPages

@Suite struct ConceptTests {
  private let sample: SampleSite

  init() throws {
    sample = try SampleSite()
  }

  @Test func allAreListed() throws {
    let text = try sample.text("/sources")
    #expect(text.contains("Concepts <span class=\"count\">1</span>"))
    #expect(text.contains("<a href=\"/sources?concept=Bacterial+code\">Bacterial code</a>"))
    #expect(text.contains("<option value=\"Ghosts\">"))
  }

  @Test(arguments: ["bacterial code", "wiki/concepts/bacterial-code.md", "bacterial-code"])
  func oneHasAllItsSources(name: String) throws {
    let text = try sample.text("/sources", ["concept": name])
    #expect(text.contains("<h1 id=\"concept-title\">Bacterial code</h1>"))
    let markup = Markup(text)
    #expect(markup.matches("<h2 class=\"section-title\" id=\"([a-z]*)\"").first == "declared")
    #expect(markup.citations.contains("raw/2025/7.6.md:1"))
    #expect(text.contains("<code>2025/nowhere.md</code>"))
    #expect(text.contains("<time datetime=\"2025-07-06\">6 Jul</time>"))
    #expect(text.contains("class=\"strip-dot strong\""))
    #expect(markup.repeatedIDs == [])
  }

  @Test func theRecordingOpensAtTheSecond() throws {
    let text = try sample.text("/sources", ["concept": "bacterial code"])
    #expect(text.contains("https://www.youtube.com/watch?v=abc&amp;t=48s"))
    #expect(text.contains("Recording at 0:48"))
  }

  @Test func otherWordsAreAskedOfTheText() throws {
    let text = try sample.text("/sources", ["concept": "animals"])
    #expect(text.contains("No page has this name"))
    #expect(Markup(text).citations == ["raw/2024/10.1.md:1"])
    let nothing = try sample.text("/sources", ["concept": "zebra"])
    #expect(nothing.contains("No source was found for this."))
  }

  @Test func aNameWithoutAWordIsAskedBack() throws {
    let answer = try sample.get("/sources", ["concept": "!?"])
    #expect(answer.status == 400)
    #expect(answer.text.contains("This names no concept"))
  }
}
