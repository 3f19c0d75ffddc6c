import Retrieval
import Testing

/// An answer may be counted over more passages than it shows.
struct CountedPassagesTests {
  private func base() throws -> SampleBase {
    var files: [String: String] = [:]
    for number in 1...9 {
      files["raw/2025/7.\(number).md"] = "Ghost \(number) of many documents.\n"
    }
    files["raw/2024/1.1.md"] = "An older ghost of a document.\n"
    let base = try SampleBase(files)
    try base.update()
    return base
  }

  @Test func furtherDocumentsAreNamed() throws {
    let base = try base()
    let all = try base.ask("ghost document", SearchOptions(limit: 10)).hits.map(\.document)
    let some = try base.ask("ghost document", SearchOptions(limit: 3, counted: 8))
    #expect(some.hits.map(\.document) == Array(all.prefix(3)))
    #expect(some.further == Array(all[3..<8]))
    #expect(
      try base.ask("ghost document", SearchOptions(limit: 3, counted: 100)).further.count == 7)
    #expect(try base.ask("ghost document", SearchOptions(limit: 3)).further.isEmpty)
    #expect(try base.ask("ghost document", SearchOptions(limit: 3, counted: 2)).further.isEmpty)
  }

  @Test func whatIsFoldedIsNotCounted() throws {
    let text = "Language models are ghosts that were distilled from many documents.\n"
    let base = try SampleBase(["raw/1.md": text, "raw/2.md": text, "raw/3.md": text])
    try base.update()
    let answer = try base.ask(
      "language models ghosts", SearchOptions(limit: 1, folds: true, counted: 10))
    #expect(answer.hits.first?.duplicates.count == 2)
    #expect(answer.further.isEmpty)
  }

  @Test func yearsAreAlternatives() throws {
    let base = try base()
    let count = { (years: [Int]) in
      try base.ask("ghost document", SearchOptions(limit: 20, filter: SearchFilter(years: years)))
        .hits.count
    }
    #expect(try count([2024]) == 1)
    #expect(try count([2024, 2025]) == 10)
    #expect(try count([1999]) == 0)
    #expect(!SearchFilter(years: [2024]).isEmpty)
  }
}
