import Foundation
import Retrieval
import Testing

/// The file of postings changes how fast an answer comes, and nothing else.
struct PostingsTests {
  private static let questions = [
    "ghosts and animals", "what is word7", "word3 word3 word900", "水", "灯塔", "how are the words",
    "title1 heading", "word1 NOT word9",
  ]

  private func base(_ count: Int = 90) throws -> SampleBase {
    let base = try SampleBase()
    for number in 0..<count { try base.write(Self.note(number), to: "raw/2024/n\(number).md") }
    try base.write("灯塔在水边。水是冷的。\n", to: "raw/2024/cjk.md")
    return base
  }

  private static func note(_ number: Int) -> String {
    let words = (0..<30).map { "word\((number * 7 + $0 * $0) % 211)" }.joined(separator: " ")
    return "# Title\(number % 5)\n\n## Heading \(number)\n\nThe words are: \(words).\n"
  }

  /// Everything of an answer that words decide, with paths in the place of ids.
  private func answers(_ base: SampleBase) throws -> [[String]] {
    try Self.questions.map { question in
      try base.ask(question).hits.map { hit in
        "\(hit.citation) \(hit.signals.bm25 ?? -1) \(hit.signals.coverage) \(hit.signals.fused)"
      }
    }
  }

  private func files(_ base: SampleBase) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: base.root + "/Index")
      .filter { $0.hasPrefix("postings.") }.sorted()
  }

  private func removeFiles(_ base: SampleBase) throws {
    for file in try files(base) { try base.remove("Index/" + file) }
  }

  @Test func answersDoNotDependOnTheFile() throws {
    let base = try base()
    try base.update()
    #expect(try files(base) == ["postings.1"])
    let mapped = try answers(base)
    #expect(mapped.allSatisfy { !$0.isEmpty })
    try removeFiles(base)
    #expect(try answers(base) == mapped)
  }

  @Test func fewChangesMakeASmallFileBesideTheOneThatIsThere() throws {
    let base = try base()
    try base.update()
    try base.write(Self.note(500), to: "raw/2024/n3.md")
    try base.write(Self.note(501), to: "raw/2025/new.md")
    try base.remove("raw/2024/n7.md")
    try base.remove("raw/2024/n89.md")
    try base.update()
    #expect(try files(base) == ["postings.1", "postings.2"])
    let added = try answers(base)
    try removeFiles(base)
    #expect(try answers(base) == added)
    #expect(try base.index().verify().isSound)
  }

  @Test func manyChangesMakeANewFile() throws {
    let base = try base(20)
    try base.update()
    for number in 600..<700 { try base.write(Self.note(number), to: "raw/2025/m\(number).md") }
    try base.update()
    #expect(try files(base) == ["postings.3"], "written, and merged with the smaller one")
    #expect(try base.index().verify().isSound)
  }

  @Test func filesStayFewWhateverComesAndGoes() throws {
    let base = try base(40)
    try base.update()
    for number in 0..<24 {
      try base.write(Self.note(800 + number), to: "raw/2025/k\(number).md")
      if number % 3 == 0 { try base.remove("raw/2024/n\(number).md") }
      try base.update()
    }
    #expect(try files(base).count <= 6)
    let all = try FileManager.default.contentsOfDirectory(atPath: base.root + "/Index")
    let vectors = all.count { $0.hasPrefix("vectors.") }
    #expect((1...6).contains(vectors), "\(all)")
    #expect(all.count { $0.hasPrefix("tokens.") } == vectors, "\(all)")
    let mapped = try answers(base)
    #expect(try base.index().verify().isSound)
    try removeFiles(base)
    #expect(try answers(base) == mapped)
  }

  /// Ids begin anew in an index that is rebuilt, so that the old file's would lead to other passages.
  @Test func aRebuiltIndexDoesNotUseTheOldFile() throws {
    let base = try base()
    try base.update()
    for number in 0..<40 { try base.remove("raw/2024/n\(number).md") }
    try base.update(rebuild: .atOnce)
    #expect(try files(base).count == 1)
    let mapped = try answers(base)
    #expect(try base.index().verify().isSound)
    try removeFiles(base)
    #expect(try answers(base) == mapped)
  }

  @Test func theNextUpdateMakesAFileThatIsMissing() throws {
    let base = try base(5)
    try base.update()
    try removeFiles(base)
    try base.update()
    #expect(try files(base).count == 1)
    #expect(try base.index().verify().isSound)
  }

  @Test(arguments: [0, 8, 24, 40, 60, 130, 1000, 3000, 4200])
  func aDamagedFileHarmsNobody(offset: Int) throws {
    let base = try base()
    try base.update()
    let before = try answers(base)
    let path = base.root + "/Index/postings.1"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for place in offset..<(offset + 16) { bytes[place] = 0xFF }
    try bytes.write(to: URL(fileURLWithPath: path))
    let after = try answers(base)
    // What the header guards is noticed at once, the rest by verification.
    if offset < 96 {
      #expect(after == before)
    } else {
      #expect(try after == before || !base.index().verify().isSound)
    }
  }

  @Test func aShortenedFileIsNotUsed() throws {
    let base = try base()
    try base.update()
    let before = try answers(base)
    let path = base.root + "/Index/postings.1"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try bytes.dropLast(64).write(to: URL(fileURLWithPath: path))
    #expect(try answers(base) == before)
  }
}
