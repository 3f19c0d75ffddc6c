import Corpus
import Testing

@Suite struct TranscriptTests {
  private let small = PassageSplitter.Limits(maximumPieces: 12, targetPieces: 4, minimumPieces: 1)

  private func starts(_ text: String, url: Bool = true) -> [Double?] {
    let head = url ? "---\nurl: https://www.youtube.com/watch?v=abc\n---\n" : ""
    return parse(head + text, limits: small).passages.map(\.start)
  }

  @Test(arguments: [
    "[00:00:48 → 00:01:06]", "[00:00:48 -> 00:01:06]", "[00:48 --> 01:06]", "[0:48–1:06]",
    "[00:00:48.000 - 00:01:06.500]", "(00:48 – 01:06)", "[ 00:48 → 01:06 ]", "[00:48 to 01:06]",
    "[00:00:48]", "[00:48]", "(00:00:48)",
  ])
  func timesAtTheEnd(time: String) {
    let text = "One two three four. \(time)\n\nFive six seven eight. [00:01:06 → 00:01:20]\n"
    #expect(starts(text) == [48, 66])
    let parsed = parse(text)
    #expect(parsed.passages.map(\.plainText) == ["One two three four. Five six seven eight."])
    #expect(parsed.document.type == "transcript")
  }

  @Test(arguments: [
    "[00:48] ", "(00:00:48) ", "**[00:48]** ", "[00:00:48 → 00:01:06] ", "[48:00.5] ",
  ])
  func timesAtTheBeginning(time: String) {
    let text = "\(time)One two three four.\n\n[59:59] Five six seven eight.\n"
    let expected: Double = time.contains("48:00.5") ? 2880.5 : 48
    #expect(starts(text) == [expected, 3599])
    #expect(!plain(text).contains("["))
  }

  @Test func everyLineMayHaveATime() {
    let lines = (1...3).map { "[00:0\($0)] One two three four five.\n" }
    #expect(starts(lines.joined()) == [1, 2, 3])
  }

  @Test func subtitles() {
    let text =
      "00:00:01.000 --> 00:00:04.000\nOne two three.\n\n00:00:05.000 --> 00:00:06.000\nFour.\n"
    let parsed = parse(text)
    #expect(parsed.passages.map(\.plainText) == ["One two three. Four."])
    #expect(parsed.passages.map(\.start) == [1])
  }

  @Test func withinALongParagraphTheTimeIsEstimated() {
    let text = prose(words: 1_000) + " [00:00:00 → 00:16:40]\n"
    let found = parse(text).passages.compactMap(\.start)
    #expect(found.first == 0)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0 < $1 })
    #expect(found.last.map { $0 > 600 && $0 < 1_000 } == true)
  }

  @Test func introductionsHaveTheFirstTimeThatTheyReach() {
    let parsed = parse("An introduction.\n\nOne two three. [00:00:10 → 00:00:20]\n")
    #expect(parsed.passages.map(\.start) == [10])
    #expect(starts("An introduction here.\n\nOne two three. [00:00:10 → 00:00:20]\n") == [nil, 10])
  }

  @Test func timesDoNotReachIntoTheNextSection() {
    let text =
      "# A\n\nOne two. [00:00:10 → 00:00:20]\n\n# B\n\nNo time.\n\n# C [00:01:00]\n\nThree.\n"
    #expect(starts(text) == [10, nil, 60])
    #expect(
      parse(text).passages.map(\.headings) == [["A"], ["B"], ["C"]].map { $0 == ["A"] ? [] : $0 })
  }

  @Test(arguments: [
    "- [10:30] Met someone.\n- [09:15] Earlier.\n",
    "At 10:30 we met (12:15).\n\nThen [9:00] came.\n",
    "[10:30](a.md) is a link.\n", "[12:75] is no time.\n\n[99:99] neither.\n",
    "10:30 lunch\n\n11:30 more\n",
    "[10:30] one time alone.\n", "[10:30] later.\n\n[09:30] earlier.\n",
  ])
  func diariesAreNotTranscripts(text: String) {
    let parsed = parse(text)
    #expect(parsed.passages.allSatisfy { $0.start == nil })
    #expect(parsed.document.type == "note")
    #expect(parse(text).passages.map(\.plainText).joined().contains(":"))
  }

  @Test func aTranscriptSaysSoItself() {
    #expect(parse("[10:30] One time.", path: "raw/x/transcript.md").passages.map(\.start) == [630])
    let typed = parse("---\ntype: transcript\n---\n- [10:30] One time.")
    #expect(typed.passages.map(\.start) == [630])
  }
}
