import Corpus
import Foundation
import Retrieval
import Testing

/// Where a citation leads: lines and bytes that agree, text that moved, text that is gone and why.
struct CitationPlaceTests {
  private static let path = "raw/2025/7.6.md"

  private func base() throws -> SampleBase {
    let base = try SampleBase()
    try base.update(nil)
    return base
  }

  private func show(_ text: String, in base: SampleBase) throws -> CitedText {
    try base.index().show(Citation(parsing: text))
  }

  @Test(arguments: [
    "999#0-10", "3#0-10", "1#0-9999", "9", "2-9", "1#100-110",
  ])
  func linesAndBytesMustAgree(place: String) throws {
    let base = try base()
    let error = #expect(throws: CorpusError.self) { try show("\(Self.path):\(place)", in: base) }
    guard case .unreadable(let path, let reason)? = error else {
      Issue.record("the wrong error")
      return
    }
    #expect(path == Self.path)
    #expect(reason.contains(place))
  }

  @Test func bytesOfTheirLinesAreShown() throws {
    let base = try base()
    #expect(try show("\(Self.path):1#0-14", in: base).text == "Bacterial code")
    #expect(try show("\(Self.path):1-3#10-14", in: base).text == "code")
  }

  /// The hash holds, but the lines in the citation do not: it says where the text is.
  @Test func wrongLinesOfRightBytesAreAMove() throws {
    let base = try base()
    let hit = try #require(try base.ask("eukaryotic monorepo", encoder: nil).hits.first)
    let place = "#\(hit.bytes.lowerBound)-\(hit.bytes.upperBound)@\(hit.hash)"
    let shown = try show("\(Self.path):99\(place)", in: base)
    guard case .moved(let found) = shown.state else {
      Issue.record("\(shown.state)")
      return
    }
    #expect(found.lines == hit.lines)
    #expect(shown.text == hit.text)
  }

  @Test func saysWhyTextIsGone() throws {
    let base = try base()
    #expect(try show("nowhere.md:1@00000000", in: base).absence == .noFile)
    #expect(try show("\(Self.path):999@00000000", in: base).absence == .noPlace)
    #expect(try show("\(Self.path):1@00000000", in: base).absence == .otherText)
    #expect(try show("\(Self.path):3", in: base).absence == nil)
    try base.remove(Self.path)
    let gone = try show("\(Self.path):1@00000000", in: base)
    #expect(gone.state == .gone && gone.reason == "there is no such file")
    #expect(gone.lines == 1...1)
  }

  /// Of equal texts the nearest is meant.
  @Test func movedLinesAreFoundNearby() throws {
    let base = try base()
    let lines = (1...40).map { $0.isMultiple(of: 10) ? "The same words." : "Line \($0)." }
    try base.write(lines.joined(separator: "\n") + "\n", to: "raw/new.md")
    let kept = "raw/new.md:21@" + Self.hashOfTheSameWords
    guard case .moved(let found) = try show(kept, in: base).state else {
      Issue.record("not found")
      return
    }
    #expect(found.lines == 20...20)
  }

  /// First 8 hex digits of the sha256 of "The same words."
  private static let hashOfTheSameWords = "4dda3e17"

  /// Hashing a million bytes at each of a hundred thousand words would take minutes.
  @Test func aSearchThatIsTooLongEndsAndSaysSo() throws {
    let base = try base()
    try base.write(String(repeating: "some words ", count: 120_000), to: "raw/long.md")
    let shown = try show("raw/long.md:1#0-1000000@00000000", in: base)
    #expect(shown.state == .gone)
    #expect(!shown.isSearchComplete)
    #expect(shown.reason?.contains("not looked for") == true)
    let short = try show("raw/long.md:1#0-10@00000000", in: base)
    #expect(short.isSearchComplete)
  }
}
