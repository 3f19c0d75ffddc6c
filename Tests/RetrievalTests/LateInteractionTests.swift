import Foundation
import Retrieval
import Testing

/// The second stage of the ranking, over a real index.
struct LateInteractionTests {
  private let encoder = WordEncoder(hasTokens: true)

  private func base() throws -> SampleBase {
    let base = try SampleBase()
    try base.update(encoder)
    return base
  }

  @Test func everyEncodedPassageIsComparedTokenByToken() throws {
    let hits = try base().ask("ghosts of animals", SearchOptions(limit: 100), encoder: encoder).hits
    #expect(!hits.isEmpty)
    for hit in hits { #expect((-1.001...1.001).contains(try #require(hit.signals.maxSim))) }
    // A passage that has all the words, each once, is the nearest possible one.
    let most = hits.compactMap(\.signals.maxSim).max()
    #expect(hits.first?.signals.maxSim == most)
  }

  @Test func otherFusionsAndModesLeaveItOut() throws {
    let base = try base()
    for options in [
      SearchOptions(limit: 100, fusion: .weightedSum(weight: 0.5)),
      SearchOptions(limit: 100, fusion: .reciprocalRank(k: 60)),
      SearchOptions(limit: 100, mode: .lexical), SearchOptions(limit: 100, mode: .semantic),
    ] {
      let hits = try base.ask("ghosts of animals", options, encoder: encoder).hits
      #expect(!hits.isEmpty && hits.allSatisfy { $0.signals.maxSim == nil })
    }
  }

  @Test func anEncoderWithoutTokensAnswersFromTheSum() throws {
    let base = try SampleBase()
    try base.update()
    let question = "evolution and documents"
    let late = try base.ask(
      question, SearchOptions(fusion: .lateInteraction(Reranking(neighbourLoss: 0)))
    ).hits
    let sum = try base.ask(
      question,
      SearchOptions(fusion: .weightedSum(weight: Fusion.defaultWeight))
    ).hits
    #expect(late.map(\.citation) == sum.map(\.citation))
  }

  @Test func aQuestionOfFunctionWordsAloneIsAnswered() throws {
    let hits = try base().ask("who are they", SearchOptions(limit: 3), encoder: encoder).hits
    #expect(hits.count == 3)
  }

  /// The neighbour of the best passage makes room for another document.
  @Test func neighboursOfABetterHitLose() throws {
    let paragraph = { (name: String) in
      name + " " + String(repeating: "walks over the hills by day and by night. ", count: 20)
    }
    let base = try SampleBase([
      "raw/a.md": ["heron heron heron", "heron pond"].map(paragraph).joined(
        separator: "\n\n---\n\n"),
      "raw/b.md": paragraph("heron lake"),
    ])
    try base.update(encoder)
    let near = SearchOptions(fusion: .lateInteraction(Reranking(neighbourLoss: 0)))
    let far = SearchOptions(fusion: .lateInteraction(Reranking(neighbourLoss: 0.9)))
    let before = try base.ask("heron", near, encoder: encoder).hits
    let after = try base.ask("heron", far, encoder: encoder).hits
    #expect(before.count == after.count && before.first == after.first)
    #expect(Array(after.prefix(2)).map(\.document.path).sorted() == ["raw/a.md", "raw/b.md"])
    #expect(zip(after, after.dropFirst()).allSatisfy { $0.signals.fused >= $1.signals.fused })
  }
}
