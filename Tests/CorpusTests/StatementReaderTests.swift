import Corpus
import Testing

@Suite struct StatementReaderTests {
  private let page = """
    ---
    title: Ghosts
    sources: [2025/1.2.md]
    ---

    # Ghosts

    **Models are called ghosts.** Evolution made animals ([2 January](../raw/2025/1.2.md#L5)). So it is.

    ## Why

    - Animals run at birth ([one](../raw/2025/1.2.md#L7), [two](../raw/2025/1.2.md#L9)), he says
    - See [[other-page]]
    - [[a]], [[b]]

    | Date | Step |
    |---|---|
    | May 2025 | The talk names [[people-spirits\\|spirits]] ([talk](../raw/talk.md#L3)) |

    ```
    code says nothing here
    ```
    """

  @Test func sentencesItemsAndRows() {
    let found = StatementReader().statements(of: Array(page.utf8))
    #expect(
      found.map(\.text) == [
        "Models are called ghosts.", "Evolution made animals.", "So it is.",
        "Animals run at birth, he says", "May 2025 The talk names spirits",
      ])
    #expect(found.map(\.lines) == [8...8, 8...8, 8...8, 12...12, 18...18])
    #expect(found[0].headings == ["Ghosts"])
    #expect(found[3].headings == ["Ghosts", "Why"])
  }

  @Test func linksBelongToWhatTheyStandIn() {
    let bytes = Array(page.utf8)
    let links = DocumentParser().parse(bytes, path: "wiki/a.md", layer: "wiki").links
    let found = StatementReader().statements(of: bytes)
    #expect(found[0].links.isEmpty)
    #expect(found[0].followingLinks.map { links[$0].targetLine } == [5])
    #expect(found[1].links.map { links[$0].targetLine } == [5])
    #expect(found[2].links.isEmpty && found[2].followingLinks.isEmpty)
    #expect(found[3].links.map { links[$0].targetLine } == [7, 9])
    #expect(found[4].links.map { links[$0].target } == ["people-spirits", "../raw/talk.md"])
    for statement in found {
      #expect(!String(decoding: bytes[statement.bytes], as: UTF8.self).isEmpty)
    }
  }

  @Test(arguments: [
    ("It fell (a[x](r.md#L1)).", "It fell (a)."),
    ("[x](r.md#L1) says that it fell.", "says that it fell."),
    ("It fell ([x](r.md#L1); [y](r.md#L2)): twice.", "It fell: twice."),
    ("It fell [x](r.md#L1) and rose.", "It fell and rose."),
    ("It fell, says [the site](https://a.b).", "It fell, says the site."),
  ])
  func linksToLinesLeaveNoGap(text: String, expected: String) {
    #expect(StatementReader().statements(of: Array(text.utf8)).map(\.text) == [expected])
  }

  private func claims(_ text: String) -> [PageStatement] {
    StatementReader(.claim).statements(of: Array(text.utf8))
  }

  @Test func claimsEndBehindTheirLinks() {
    let text =
      "In May it rose to three ([a](r.md#L1)), then it fell to two ([b](r.md#L2), [c](r.md#L3)). Now it rests."
    let found = claims(text)
    #expect(
      found.map(\.text) == ["In May it rose to three,", "then it fell to two.", "Now it rests."])
    #expect(found.map(\.links) == [[0], [1, 2], []])
    #expect(found.map(\.sentence) == [0, 0, 1])
    #expect(Set(found.map(\.block)) == [0])
    #expect(found[0].bytes.upperBound <= found[1].bytes.lowerBound)
  }

  @Test func aShortRestBelongsToItsClaim() {
    let found = claims("The first run took three hours ([a](r.md#L1)), then two ([b](r.md#L2)).")
    #expect(found.map(\.text) == ["The first run took three hours, then two."])
    #expect(found.map(\.links) == [[0, 1]])
  }

  @Test func aLabelBelongsToItsSentence() {
    let found = claims(
      "- **May 2025.** It rose a lot. It fell a lot.\n- Whole items are claims too\n")
    #expect(
      found.map(\.text) == [
        "May 2025. It rose a lot.", "It fell a lot.", "Whole items are claims too",
      ])
    #expect(found.map(\.block) == [0, 0, 1])
    #expect(claims("One thing here.").map(\.text) == ["One thing here."])
  }

  @Test func rowsAreMarked() {
    let rows =
      "| a | b |\n|---|---|\n| May 2025 | it rose ([a](r.md#L1)) again and again ([b](r.md#L2)) |\n"
    let found = claims(rows)
    #expect(found.map(\.isRow) == [true, true])
    #expect(found.map(\.sentence) == [0, 0])
  }

  @Test func anyBytes() {
    #expect(StatementReader().statements(of: []).isEmpty)
    #expect(StatementReader().statements(of: [0xFF, 0xFE, 0x41, 0]).isEmpty)
    let invalid: [UInt8] = Array("one two three ".utf8) + [0xC3, 0x28, 0xFF] + Array(" four.".utf8)
    #expect(StatementReader().statements(of: invalid).count == 1)
  }
}
