import FootnoteKit
import Foundation
import Testing
import WebPages

/// Several knowledge bases, and ones with nothing in them.
@Suite struct BasesTests {
  @Test func severalAnswerAsOne() throws {
    let sample = try SampleSite(bases: ["first", "second"])
    let markup = Markup(try sample.text("/", ["q": "bacterial"]))
    let names = Set(markup.citations.map { $0.prefix { $0 != "/" } })
    #expect(names == ["first", "second"])
    #expect(markup.counts(of: "layer") == ["raw": 6, "wiki": 4])
    #expect(markup.text.contains("first, second: 10 documents, 10 passages."))
    for href in markup.matches("class=\"hit-link\" href=\"([^\"?]*)") {
      #expect(try sample.get(href).status == 200)
    }
  }

  @Test func severalHaveTheirConcepts() throws {
    let sample = try SampleSite(bases: ["first", "second"])
    let text = try sample.text("/sources")
    // The title alone does not say which.
    let path = "/sources?concept=second%2Fwiki%2Fconcepts%2Fbacterial-code.md"
    #expect(text.contains("<a href=\"\(path)\">Bacterial code</a>"))
    let sources = Markup(
      try sample.text("/sources", ["concept": "second/wiki/concepts/bacterial-code.md"]))
    #expect(!sources.citations.isEmpty)
    #expect(sources.citations.allSatisfy { $0.hasPrefix("second/") })
    let graph = try sample.text("/graph")
    #expect(graph.contains("<data class=\"base\" value=\"second\">"))
    #expect(graph.contains("Graph of 10 documents"))
    #expect(try sample.text("/coverage").contains("What first and second hold: 10 documents"))
  }

  @Test(arguments: ["/", "/sources", "/graph", "/coverage", "/quality", "/help"])
  func emptyOnesHavePagesToo(path: String) throws {
    let sample = try SampleSite([:])
    let answer = try sample.get(path)
    #expect(answer.status == 200)
    #expect(answer.text.contains("0 documents, 0 passages."))
  }

  @Test func emptyOnesFindNothing() throws {
    let sample = try SampleSite([:])
    #expect(try sample.text("/").contains("There is no document here yet."))
    #expect(try sample.text("/", ["q": "ghosts"]).contains("Nothing found."))
    #expect(try sample.text("/sources", ["concept": "ghosts"]).contains("No source was found"))
  }

  @Test func changesAreSeen() throws {
    let sample = try SampleSite()
    #expect(try sample.text("/graph").contains("Graph of 5 documents"))
    try sample.write("A lighthouse is new.\n", to: "raw/2025/8.8.md")
    _ = try sample.group.sessions[0].prepare()
    #expect(try sample.text("/graph").contains("Graph of 6 documents"))
    #expect(Markup(try sample.text("/", ["q": "lighthouse"])).citations == ["raw/2025/8.8.md:1"])
  }
}
