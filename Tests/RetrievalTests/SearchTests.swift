import Corpus
import Foundation
import Retrieval
import Testing

struct SearchTests {
  private func base() throws -> SampleBase {
    let base = try SampleBase()
    try base.update()
    return base
  }

  private func paths(_ response: SearchResponse) -> [String] {
    response.hits.map(\.document.path)
  }

  @Test func everyHitIsTheTextOfItsCitation() throws {
    let base = try base()
    let response = try base.ask("ghosts animals code", SearchOptions(limit: 100))
    #expect(!response.hits.isEmpty)
    for hit in response.hits {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: base.root + "/" + hit.document.path))
      #expect(String(decoding: bytes[hit.bytes], as: UTF8.self) == hit.text)
      #expect(hit.bytes.isEmpty == false)
      for range in hit.highlights { #expect(range.upperBound <= hit.text.unicodeScalars.count) }
    }
    #expect(response.hits.map(\.rank) == Array(1...response.hits.count))
    #expect(
      zip(response.hits, response.hits.dropFirst()).allSatisfy {
        $0.signals.fused >= $1.signals.fused
      })
  }

  @Test(arguments: SearchMode.allCases)
  func isDeterministic(mode: SearchMode) throws {
    let base = try base()
    let options = SearchOptions(limit: 50, mode: mode)
    let first = try base.ask("what are ghosts", options).hits
    #expect(try base.ask("what are ghosts", options).hits == first)
  }

  @Test func denseLegRanksEveryPassage() throws {
    let base = try base()
    let hits = try base.ask("ghosts of people", SearchOptions(limit: 100, mode: .semantic)).hits
    #expect(hits.count == (try base.index().status().passages))
    #expect(hits.allSatisfy { $0.signals.bm25 == nil })
    for hit in hits { #expect((-1.001...1.001).contains(try #require(hit.signals.cosine))) }
    // A text's own words are nearest to it.
    let text = "He removed the dependency and kept 150 lines of clean bacterial code."
    let own = try base.ask(text, SearchOptions(mode: .semantic)).hits
    #expect(own.first?.document.path == "raw/2026/2.12.md")
  }

  @Test func filters() throws {
    let base = try base()
    let all = SearchOptions(limit: 100)
    #expect(Set(paths(try base.ask("code layer:wiki", all))).allSatisfy { $0.hasPrefix("wiki/") })
    #expect(
      paths(try base.ask("type:concept tag:metaphor ghosts", all)).allSatisfy {
        $0.hasSuffix("animals-vs-ghosts.md")
      })
    #expect(
      Set(paths(try base.ask("path:raw/2025 code", all))) == [
        "raw/2025/7.6.md", "raw/2025/10.2.md",
      ])
    #expect(Set(paths(try base.ask("path:raw/2025/7.*.md code", all))) == ["raw/2025/7.6.md"])
    #expect(paths(try base.ask("code after:2026 before:2027", all)) == ["raw/2026/2.12.md"])
    #expect(paths(try base.ask("code tag:none", all)).isEmpty)
    // Filters alone list the passages themselves.
    #expect(!paths(try base.ask("layer:wiki", all)).isEmpty)
  }

  @Test func phrasesAndExclusions() throws {
    let base = try base()
    let all = SearchOptions(limit: 100)
    for hit in try base.ask("\"bacterial code\"", all).hits {
      let text = hit.text.lowercased() + hit.document.title.lowercased()
      #expect(text.replacing("-", with: " ").contains("bacterial code"))
    }
    #expect(try base.ask("\"code bacterial\"", all).hits.isEmpty)
    let without = try base.ask("ghosts NOT summoning", all).hits
    #expect(!without.isEmpty)
    #expect(without.allSatisfy { !$0.text.contains("summoning") })
  }

  @Test func foldsWhatRepeatsABetterHit() throws {
    let base = try base()
    let plain = try base.ask("ghosts distilled from documents", SearchOptions(limit: 20)).hits
    let folded = try base.ask(
      "ghosts distilled from documents", SearchOptions(limit: 20, folds: true)
    ).hits
    #expect(folded.count == plain.count - 1)
    #expect(folded.first?.duplicates.count == 1)
    #expect(plain.first?.duplicates.isEmpty == true)
  }

  @Test func limitsHitsOfADocument() throws {
    let base = try base()
    let hits = try base.ask("code", SearchOptions(limit: 100, perDocument: 1)).hits
    #expect(Set(hits.map(\.document.path)).count == hits.count)
  }

  @Test func correctsWhatIsMisspelt() throws {
    let base = try base()
    let response = try base.ask("bactrial", SearchOptions(mode: .lexical))
    #expect(response.corrections == ["bactrial": "bacterial"])
    #expect(response.hits.first?.text.lowercased().contains("bacterial") == true)
    #expect(try base.ask("bacterial").corrections.isEmpty)
  }

  @Test func talksCarryTheSecond() throws {
    let base = try base()
    let hit = try #require(try base.ask("summoning spirits of people path:raw/talk").hits.first)
    #expect(hit.start == 48)
    #expect(hit.url == "https://video.example/watch?v=abc&t=48s")
  }

  /// A file that changed since it was indexed never gives a citation that does not hold.
  @Test func leavesOutWhatHasChanged() throws {
    let base = try base()
    try base.write("x\n", to: "raw/2025/7.6.md")
    let response = try base.ask("eukaryotic monorepo", SearchOptions(mode: .lexical))
    #expect(!paths(response).contains("raw/2025/7.6.md"))
    #expect(response.warnings.contains { $0.hasPrefix("raw/2025/7.6.md") })
  }

  @Test(arguments: [Fusion.weightedSum(weight: 0), .weightedSum(weight: 1), .reciprocalRank(k: 60)])
  func everyFusionAnswers(fusion: Fusion) throws {
    let base = try base()
    let options = SearchOptions(limit: 5, fusion: fusion)
    #expect(paths(try base.ask("bacterial code", options)).contains { $0.contains("bacterial") })
  }

  @Test func findsTextWithoutSpaces() throws {
    let base = try SampleBase(["raw/zh.md": "大语言模型像幽灵，不像动物。\n", "raw/en.md": "Ghosts.\n"])
    try base.update()
    for question in ["幽灵", "语言模型", "灵", "动物"] {
      let hits = try base.ask(question, SearchOptions(mode: .lexical)).hits
      #expect(hits.map(\.document.path) == ["raw/zh.md"], "\(question)")
      #expect(hits.first?.highlights.isEmpty == false, "\(question)")
    }
  }

  @Test func findsNamesWholeAndInParts() throws {
    let text = "Port it to C++ and .NET with snake_case, GPT-2 v1.2.3 and nanoGPT.\n"
    let base = try SampleBase(["raw/a.md": text, "raw/b.md": "Nothing here but a c and a net.\n"])
    try base.update()
    for question in [
      "C++", ".NET", "snake_case", "GPT-2", "gpt2", "1.2.3", "nanoGPT", "snake", "gpt",
    ] {
      let first = try base.ask(question, SearchOptions(mode: .lexical)).hits.first
      #expect(first?.document.path == "raw/a.md", "\(question)")
    }
  }
}
