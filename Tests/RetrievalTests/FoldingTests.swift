import Retrieval
import Testing

/// Repetitions are listed under the hit that they repeat, whatever its rank.
struct FoldingTests {
  private static let quote = "Language models are ghosts that were distilled from many documents."

  @Test(arguments: [1, 2, 3])
  func theLastHitHasItsRepetitions(limit: Int) throws {
    var files = ["raw/0.md": "Ghosts.\n", "raw/1.md": "Documents of another kind.\n"]
    for number in 2..<6 { files["raw/\(number).md"] = Self.quote + "\n" }
    let base = try SampleBase(files)
    try base.update()
    let question = "language models ghosts distilled documents"
    let hits = try base.ask(question, SearchOptions(limit: limit, folds: true)).hits
    #expect(hits.count == limit)
    #expect(hits.first?.text == Self.quote)
    // One further hit reaches three candidates down.
    #expect(hits.first?.duplicates.count == 3)
    let plain = try base.ask(question, SearchOptions(limit: limit)).hits
    #expect(plain.allSatisfy { $0.duplicates.isEmpty })
  }
}
