import Corpus
import Testing

@Suite struct PageNamesTests {
  private let names = PageNames([
    (path: "wiki/concepts/march-of-nines.md", title: "March of Nines", aliases: ["the nines"]),
    (path: "wiki/concepts/agents.md", title: "Agents", aliases: []),
    (path: "wiki/entities/agents.md", title: "Agents Inc.", aliases: ["AI"]),
    (path: "wiki/entities/Open AI.md", title: "OpenAI", aliases: ["Open-AI", "AI lab"]),
    (path: "wiki/methods/a b.md", title: "A and B", aliases: []),
    (path: "wiki/index.md", title: "Index", aliases: []),
    (path: "raw/2025/7.6.md", title: "A post", aliases: []),
    (path: "raw/talks/one/transcript.md", title: "Talk", aliases: []),
    (path: "raw/talks/two/transcript.md", title: "Talk", aliases: []),
  ])

  private func wiki(_ target: String, from path: String = "wiki/index.md") -> Resolution {
    names.resolve(Link(kind: .wikilink, target: target, line: 1), from: path)
  }

  private func markdown(_ target: String, from path: String = "wiki/index.md") -> Resolution {
    names.resolve(Link(kind: .markdown, target: target, line: 1), from: path)
  }

  @Test(arguments: [
    ("march-of-nines", "wiki/concepts/march-of-nines.md"),
    ("March of Nines", "wiki/concepts/march-of-nines.md"),
    ("march_of_nines.md", "wiki/concepts/march-of-nines.md"),
    ("The Nines", "wiki/concepts/march-of-nines.md"), ("open-ai", "wiki/entities/Open AI.md"),
    ("OpenAI", "wiki/entities/Open AI.md"), ("ai lab", "wiki/entities/Open AI.md"),
    ("AI", "wiki/entities/agents.md"), ("Agents Inc.", "wiki/entities/agents.md"),
    ("7.6", "raw/2025/7.6.md"), ("A post", "raw/2025/7.6.md"),
  ])
  func byName(target: String, path: String) {
    #expect(wiki(target) == .resolved(path: path, rule: .name))
  }

  @Test func byPath() {
    let agents = "wiki/concepts/agents.md"
    #expect(wiki("wiki/concepts/agents") == .resolved(path: agents, rule: .exact))
    #expect(wiki("wiki/concepts/agents.md") == .resolved(path: agents, rule: .exact))
    #expect(wiki("/wiki/concepts/agents") == .resolved(path: agents, rule: .exact))
    #expect(wiki("./concepts/agents") == .resolved(path: agents, rule: .exact))
    #expect(
      wiki("../concepts/agents", from: "wiki/methods/x.md") == .resolved(path: agents, rule: .exact)
    )
    #expect(wiki("concepts/agents") == .resolved(path: agents, rule: .exact))
    #expect(wiki("Concepts/Agents", from: "raw/x.md") == .resolved(path: agents, rule: .suffix))
    #expect(wiki("../../../etc/passwd") == .unresolved)
  }

  @Test func ambiguity() {
    let both = ["wiki/concepts/agents.md", "wiki/entities/agents.md"]
    #expect(wiki("agents") == .ambiguous(paths: both))
    #expect(wiki("agents", from: "wiki/entities/x.md") == .resolved(path: both[1], rule: .name))
    #expect(
      wiki("transcript")
        == .ambiguous(paths: ["raw/talks/one/transcript.md", "raw/talks/two/transcript.md"]))
    #expect(wiki("two/transcript") == .resolved(path: "raw/talks/two/transcript.md", rule: .suffix))
    #expect(wiki("nowhere") == .unresolved)
  }

  @Test func markdownLinks() {
    let post = Resolution.resolved(path: "raw/2025/7.6.md", rule: .exact)
    #expect(markdown("../raw/2025/7.6.md") == post)
    #expect(markdown("/raw/2025/7.6.md") == post)
    #expect(markdown("raw/2025/7.6.md") == post)
    #expect(markdown("../raw/2025/7.6") == post)
    #expect(markdown("methods/a b.md") == .resolved(path: "wiki/methods/a b.md", rule: .exact))
    #expect(markdown("agents.md") == .unresolved)
    #expect(markdown("../../x.md") == .unresolved)
    #expect(markdown("https://example.org/x.md") == .external)
  }

  @Test func linksWithinTheDocument() {
    let link = Link(kind: .wikilink, target: "", fragment: "part", line: 1)
    #expect(names.resolve(link, from: "a.md") == .resolved(path: "a.md", rule: .exact))
    #expect(wiki("") == .unresolved)
  }
}
