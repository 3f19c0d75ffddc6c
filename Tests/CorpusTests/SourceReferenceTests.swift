import Corpus
import Testing

@Suite struct SourceReferenceTests {
  private let resolver = SourceReferenceResolver([
    NamedPage(path: "raw/2025/7.6.md", title: "A post"),
    NamedPage(path: "raw/2025/9.1.md", title: "Another"),
    NamedPage(path: "raw/2026/4.10.md", title: "April"),
    NamedPage(path: "raw/2026/9.1.md", title: "September"),
    NamedPage(path: "raw/A. Writer.md", title: "About the writer"),
    NamedPage(
      path: "raw/videos/channel/a-talk/transcript.md", title: "A Talk", aliases: ["the talk"],
      url: "https://www.youtube.com/watch?v=abc&t=5"),
    NamedPage(path: "raw/videos/channel/b-talk/transcript.md", title: "B Talk"),
    NamedPage(path: "wiki/concepts/agents.md", title: "Agents", url: "https://example.org/agents/"),
    NamedPage(path: "wiki/concepts/7.6.md", title: "Seven"),
    NamedPage(path: "wiki/concepts/notes.md", title: "Notes"),
  ])

  private func resolve(_ reference: String) -> Resolution {
    resolver.resolve(reference, from: "wiki/concepts/page.md")
  }

  @Test(arguments: [
    ("2025/7.6.md", "raw/2025/7.6.md", Resolution.Rule.exact),
    ("raw/2025/7.6.md", "raw/2025/7.6.md", .exact), ("2025/7.6", "raw/2025/7.6.md", .exact),
    ("./2025/7.6.md", "raw/2025/7.6.md", .exact), ("/raw/2025/7.6.md", "raw/2025/7.6.md", .exact),
    ("../../raw/2025/7.6.md", "raw/2025/7.6.md", .exact),
    ("notes.md", "wiki/concepts/notes.md", .exact),
    ("raw\\2025\\7.6.md", "raw/2025/7.6.md", .exact),
    (" raw/2025/7.6.md ", "raw/2025/7.6.md", .exact),
    ("raw/2025/7.6.md#part", "raw/2025/7.6.md", .exact),
    ("raw/2025/7.6.md:3-9", "raw/2025/7.6.md", .exact),
    ("A. Writer.md", "raw/A. Writer.md", .exact),
    ("4.10.md", "raw/2026/4.10.md", .suffix), ("4.10", "raw/2026/4.10.md", .suffix),
    ("a-talk/transcript.md", "raw/videos/channel/a-talk/transcript.md", .suffix),
    ("2025/07.06.md", "raw/2025/7.6.md", .date), ("2025/07/06.md", "raw/2025/7.6.md", .date),
    ("2025-07-06.md", "raw/2025/7.6.md", .date), ("raw/2025-07-06", "raw/2025/7.6.md", .date),
    ("04.10.md", "raw/2026/4.10.md", .date),
    ("raw/4.10.md", "raw/2026/4.10.md", .missingFolder),
    ("videos/a-talk/transcript.md", "raw/videos/channel/a-talk/transcript.md", .missingFolder),
    ("a_writer.md", "", .name), ("a. writer.md", "raw/A. Writer.md", .name),
    ("A Talk", "raw/videos/channel/a-talk/transcript.md", .name),
    ("[[agents]]", "wiki/concepts/agents.md", .name),
    ("[[agents|shown]]", "wiki/concepts/agents.md", .name),
    ("[[2025/7.6]]", "raw/2025/7.6.md", .suffix),
    ("[text](../../raw/2025/7.6.md)", "raw/2025/7.6.md", .exact),
    ("https://youtu.be/abc", "raw/videos/channel/a-talk/transcript.md", .exact),
    ("http://youtube.com/watch?v=abc", "raw/videos/channel/a-talk/transcript.md", .exact),
    ("https://example.org/agents", "wiki/concepts/agents.md", .exact),
  ])
  func resolved(reference: String, path: String, rule: Resolution.Rule) {
    let expected: Resolution = path.isEmpty ? .unresolved : .resolved(path: path, rule: rule)
    #expect(resolve(reference) == expected)
  }

  @Test(arguments: [
    "2025 corpus", "2025", "nowhere/transcript.md", "transcripts.md", "", "  ", "../../../x.md",
    "other/7.6.md", "2024/7.6.md", "c-talk/transcript.md", "[[nowhere]]", "2025/7.7.md",
  ])
  func unresolved(reference: String) {
    #expect(resolve(reference) == .unresolved)
  }

  @Test func ambiguous() {
    #expect(resolve("9.1.md") == .ambiguous(paths: ["raw/2025/9.1.md", "raw/2026/9.1.md"]))
    #expect(
      resolve("transcript.md")
        == .ambiguous(paths: [
          "raw/videos/channel/a-talk/transcript.md", "raw/videos/channel/b-talk/transcript.md",
        ]))
  }

  @Test func sourcesArePreferred() {
    // The wiki page of the same name lies beside the page, but what lies in raw/ is the source.
    let resolver = SourceReferenceResolver([
      NamedPage(path: "raw/2025/5.5.md", title: "Post"),
      NamedPage(path: "wiki/dates/5.5.md", title: "Day"),
    ])
    let found = resolver.resolve("5.5.md", from: "wiki/concepts/page.md")
    #expect(found == .resolved(path: "raw/2025/5.5.md", rule: .suffix))
  }

  @Test func otherPlacesAreExternal() {
    #expect(resolve("https://example.org/elsewhere") == .external)
    #expect(resolve("mailto:a@example.org") == .external)
  }
}
