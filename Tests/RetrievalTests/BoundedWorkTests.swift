import Corpus
import Foundation
import Retrieval
import Testing

/// Work that grows with what is asked, and not with a product of two large numbers.
struct BoundedWorkTests {
  /// Blocks of rows and the sample of a long document's passages still find the nearest pair.
  @Test func neighboursOfALongDocument() throws {
    func text(_ name: String, _ count: Int) -> String {
      "---\ntitle: Notes\n---\n\n"
        + (0..<count).map { "\(name)\($0) says \(name)word\($0) and nothing else." }
        .joined(separator: "\n\n---\n\n") + "\n\n---\n\n"
    }
    let shared = "Marmots whistle on the steep slopes above the village.\n"
    let base = try SampleBase([
      "raw/long.md": text("a", 400) + shared, "raw/other.md": text("b", 4300) + shared,
      "raw/third.md": "Something about coffee grinders.\n",
    ])
    try base.update()
    #expect(try base.index().status().passages > 4700)
    let related = try base.searcher().related(to: "raw/long.md")
    let nearest = try #require(related?.neighbours.first)
    #expect(nearest.document.path == "raw/other.md")
    #expect(try #require(nearest.cosine) > 0.999)
    #expect(nearest.citation?.description == "raw/other.md:17205")
    let sources = try base.searcher().sources(of: "raw/long.md")
    #expect(sources.sources.contains { $0.document.path == "raw/other.md" })
  }

  @Test func onlySoManyWordsAreCorrected() throws {
    let names = (0..<40).map { number in
      "quok" + String(repeating: "z", count: number % 3) + Self.letters(number)
    }
    let base = try SampleBase(["raw/a.md": names.map { $0 + "ama" }.joined(separator: " ") + "\n"])
    try base.update(nil)
    // Each lacks its last letter.
    let wrong = names.map { $0 + "am" }
    let options = SearchOptions(mode: .lexical)
    let question = (wrong + wrong).joined(separator: " ")
    let corrections = try base.ask(question, options, encoder: nil).corrections
    #expect(corrections.count == 16)
    for (word, correction) in corrections { #expect(correction == word + "a") }
    #expect(try base.ask(wrong[39], options, encoder: nil).corrections.count == 1)
  }

  private static func letters(_ number: Int) -> String {
    let scalars = [number / 5, number % 5].map { Unicode.Scalar(UInt8(0x62 + $0 * 2)) }
    return String(String.UnicodeScalarView(scalars)) + "lo"
  }

  /// A repeated unknown word without a near one is looked for once; the answer is that of one.
  @Test func repeatedUnknownWordsChangeNothing() throws {
    let base = try SampleBase()
    try base.update(nil)
    let options = SearchOptions(mode: .lexical)
    let many = String(repeating: "zzyzxwq ", count: 2000) + "bactrial"
    #expect(try base.ask(many, options, encoder: nil).corrections == ["bactrial": "bacterial"])
  }
}
