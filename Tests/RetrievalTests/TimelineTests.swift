import Corpus
import Retrieval
import Testing

/// What happened when.
struct TimelineTests {
  private static let files = [
    "raw/2025/10.1.md": "Herons wait in the reeds, says the post of October.\n\nA frog is eaten.\n",
    "raw/2026/1.27.md": "In January the heron left the reeds for the roof.\n",
    "raw/bio.md":
      "# Heron keeper\n\n## 2017 to 2022\n\nKept herons for the town.\n\n## Tastes\n\nLikes herons.\n",
    "wiki/concepts/heron.md": """
    ---
    title: Heron
    type: concept
    created: 2026-11-01
    updated: 2026-11-24
    sources: [2025/10.1.md, 2026/1.27.md]
    ---

    # Heron

    A heron is a bird that waits ([1 October 2025](../../raw/2025/10.1.md#L1)).

    In March 2024 a heron was counted. The heron of 2019 is another matter altogether.

    | When | What a heron did |
    |---|---|
    | May 2024 | built a nest of reeds for a heron |
    | 27 January 2026 | left for the roof ([27 January 2026](../../raw/2026/1.27.md#L1)) |

    ## Related

    - [[summary]], the heron of 3 March 2020
    """,
    "wiki/sources/summary.md": """
    ---
    title: Summary of posts
    type: source-summary
    created: 2026-11-02
    sources: [2025/10.1.md]
    ---

    # Summary of posts

    A heron waits in the reeds ([1 October 2025](../../raw/2025/10.1.md#L1)), and a heron is on the \
    roof ([27 January 2026](../../raw/2026/1.27.md#L1)).
    """,
    "wiki/index.md": "---\ntype: index\n---\n\n# Index\n\nHeron, 5 May 2019.\n",
  ]

  private func entries(_ timeline: Timeline) -> [String] {
    timeline.entries.map { "\($0.time) \($0.place)" }
  }

  private func ask(
    _ question: String, _ options: TimelineOptions = TimelineOptions(),
    files: [String: String] = Self.files
  ) throws -> Timeline {
    let base = try SampleBase(files)
    try base.update(nil)
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 24))
    let query = try QueryParser(today: today, layers: ["raw", "wiki"]).parse(question)
    return try base.searcher(nil).timeline(of: query, options: options)
  }

  private func documents(
    _ options: TimelineOptions = TimelineOptions(), files: [String: String] = Self.files
  ) throws -> Timeline {
    let base = try SampleBase(files)
    try base.update(nil)
    return try base.index().timeline(options)
  }

  // MARK: Questions

  @Test func passagesAndStatementsInTheOrderOfTime() throws {
    let timeline = try ask("heron")
    #expect(
      entries(timeline) == [
        "2017/2022 raw/bio.md:5", "2024-03 wiki/concepts/heron.md:13",
        "2024-05 wiki/concepts/heron.md:17", "2025-10-01 raw/2025/10.1.md:1-3",
        "2026-01-27 raw/2026/1.27.md:1",
      ])
    #expect(timeline.question == "heron")
    #expect(
      timeline.entries.map(\.kind) == [.statement, .statement, .statement, .passage, .passage])
    #expect(timeline.undated == ["raw/bio.md:9"])
  }

  @Test func whatRestsOnARawPassageIsFoldedUnderIt() throws {
    let timeline = try ask("heron")
    let post = try #require(timeline.entries.first { $0.document.path == "raw/2025/10.1.md" })
    #expect(
      Set(post.duplicates.map(\.description))
        == ["wiki/concepts/heron.md:11", "wiki/sources/summary.md:10"])
    let roof = try #require(timeline.entries.first { $0.document.path == "raw/2026/1.27.md" })
    #expect(
      Set(roof.duplicates.map(\.description))
        == ["wiki/concepts/heron.md:18", "wiki/sources/summary.md:10"])
  }

  @Test func withoutTheRawOneStatementsStandForThemselves() throws {
    let timeline = try ask(
      "heron", TimelineOptions(filter: SearchFilter(layers: ["wiki"])))
    #expect(timeline.entries.allSatisfy { $0.kind == .statement })
    let october = timeline.entries.filter { $0.time.description == "2025-10-01" }
    // Two pages say it of the same line: one entry, with the other under it.
    #expect(october.count == 1 && october.first?.duplicates.count == 1)
    #expect(october.first?.sources.map(\.description) == ["raw/2025/10.1.md:1"])
    #expect(october.first?.text.hasPrefix("A heron") == true)
  }

  @Test func partsOfASentenceSayThatTheyAre() throws {
    let timeline = try ask(
      "heron", TimelineOptions(filter: SearchFilter(types: ["source-summary"])))
    #expect(
      timeline.entries.map(\.text)
        == ["A heron waits in the reeds …", "… and a heron is on the roof."])
    for entry in timeline.entries {
      let words = entry.highlights.map { range in
        String(String.UnicodeScalarView(Array(entry.text.unicodeScalars)[range]))
      }
      #expect(words == ["heron"])
    }
  }

  @Test func daysAreThoseOfTheEntries() throws {
    let after = try #require(CalendarDate(year: 2025, month: 10, day: 1))
    let before = try #require(CalendarDate(year: 2026, month: 1, day: 27))
    #expect(
      entries(try ask("heron", TimelineOptions(after: after, before: before)))
        == ["2025-10-01 raw/2025/10.1.md:1-3"])
    // The same in the question: pages of November speak of March.
    #expect(
      entries(try ask("heron before:2024-05"))
        == ["2017/2022 raw/bio.md:5", "2024-03 wiki/concepts/heron.md:13"])
  }

  @Test func theBestAreKept() throws {
    let timeline = try ask("heron reeds", TimelineOptions(limit: 1))
    #expect(timeline.entries.count == 1 && timeline.omitted > 0)
  }

  @Test func whatIsNotRelevantIsNoPart() throws {
    let timeline = try ask("heron submarine periscope")
    #expect(timeline.entries.isEmpty && timeline.weak > 0)
    let all = try ask("heron submarine periscope", TimelineOptions(leastScore: 0))
    #expect(!all.entries.isEmpty)
  }

  @Test func aChangedPageIsNamed() throws {
    let base = try SampleBase(Self.files)
    try base.update(nil)
    let path = "wiki/concepts/heron.md"
    try base.write(try #require(Self.files[path]) + "\nMore.\n", to: path)
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 24))
    let query = try QueryParser(today: today).parse("heron")
    let timeline = try base.searcher(nil).timeline(of: query)
    #expect(timeline.warnings.contains { $0.contains(path) && $0.contains("has changed") })
    #expect(!timeline.entries.contains { $0.document.path == path })
  }

  /// Notes without the two layers are of their own dates.
  @Test func plainNotes() throws {
    let timeline = try ask(
      "heron",
      files: [
        "notes/2025-03-04.md": "A heron in the pond.\n",
        "notes/heron.md": "---\ntitle: Pond\n---\n\nOn 5 May 2025 the heron was back.\n",
      ])
    #expect(
      entries(timeline) == ["2025-03-04 notes/2025-03-04.md:1", "2025-05-05 notes/heron.md:5"])
  }

  // MARK: Documents

  @Test func documentsByWhatTheyState() throws {
    let timeline = try documents()
    #expect(
      entries(timeline) == [
        "2024-03-01/2026-01-27 wiki/concepts/heron.md",
        "2025-10-01/2026-01-27 wiki/sources/summary.md",
        "2025-10-01 raw/2025/10.1.md", "2026-01-27 raw/2026/1.27.md",
      ])
    #expect(timeline.undated == ["raw/bio.md"])
    #expect(timeline.entries[1].text.hasPrefix("A heron waits in the reeds"))
    #expect(timeline.entries.allSatisfy { $0.kind == .document && $0.citation == nil })
  }

  @Test func documentsFiltered() throws {
    let latest = try documents(TimelineOptions(limit: 1))
    #expect(entries(latest) == ["2026-01-27 raw/2026/1.27.md"] && latest.omitted == 3)
    let types = try documents(
      TimelineOptions(filter: SearchFilter(types: ["concept"])))
    #expect(types.entries.map(\.document.type) == ["concept"] && types.undated.isEmpty)
    let after = try #require(CalendarDate(year: 2026, month: 1, day: 28))
    #expect(try documents(TimelineOptions(after: after)).entries.isEmpty)
  }

  @Test func anExplicitDateOfAPageCounts() throws {
    let timeline = try documents(files: [
      "raw/2025/10.1.md": "One.\n",
      "wiki/dated.md": "---\ndate: 2023-02-01\n---\n\nOf 5 May 2024.\n",
      "wiki/made.md":
        "---\ncreated: 2026-11-01\nsources: [2025/10.1.md]\n---\n\nSays nothing of days.\n",
      "wiki/bare.md": "---\ncreated: 2026-11-01\n---\n\nSays nothing.\n",
    ])
    #expect(
      entries(timeline) == [
        "2023-02-01 wiki/dated.md", "2025-10-01 raw/2025/10.1.md", "2025-10-01 wiki/made.md",
      ])
    #expect(timeline.undated == ["wiki/bare.md"])
  }
}
