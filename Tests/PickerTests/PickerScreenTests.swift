import Picker
import TerminalOutput
import Testing

/// What a picker looks like, to the character.
struct PickerScreenTests {
  private let screen = PickerScreen(palette: Palette(isEnabled: false))

  private func lines(_ state: PickerState) -> [String] {
    screen.frame(state).lines
  }

  @Test func listAndPreviewStandSideBySide() {
    var state = Sample.state(columns: 90, rows: 11, answer: Sample.answer(9))
    let around = PickSurroundings(before: ["Before."], after: ["", "After."])
    _ = state.handle(.surroundings(around, item: 0, generation: 1))
    #expect(
      lines(state) == [
        "> ghosts", "1/9  9 documents",
        "▌ Title 1 › Part                    │ ── raw/1.md:5 ──────────────────────────────────────",
        "▌ raw/1.md:5  2025-01-01  post  0.50│ 4   Before.",
        "  Title 2 › Part                    │ 5 ▌ Passage 1.",
        "  raw/2.md:5  2025-01-02  post  0.50│ 6   ",
        "  Title 3 › Part                    │ 7   After.",
        "  raw/3.md:5  2025-01-03  post  0.50│", "  Title 4 › Part                    │",
        "  raw/4.md:5  2025-01-04  post  0.50│",
        "enter open   ctrl-o print   ctrl-y copy   shift-↑↓ scroll   esc leave",
      ], "\(lines(state).joined(separator: "\n"))")
  }

  @Test func inANarrowWindowThePreviewIsBelow() {
    var state = Sample.state(columns: 34, rows: 13, answer: Sample.answer(3))
    _ = state.handle(.surroundings(PickSurroundings(), item: 0, generation: 1))
    #expect(
      lines(state) == [
        "> ghosts", "1/3  9 documents", "▌ Title 1 › Part", "▌ raw/1.md:5", "  Title 2 › Part",
        "  raw/2.md:5", "── raw/1.md:5 ────────────────────", "5 ▌ Passage 1.", "", "", "", "",
        "enter open   ctrl-o print   ctrl-…",
      ], "\(lines(state).joined(separator: "\n"))")
  }

  @Test func aLowWindowHasTheListAlone() {
    let state = Sample.state(columns: 40, rows: 5, answer: Sample.answer(9))
    #expect(
      lines(state) == [
        "> ghosts", "1/9  9 documents", "▌ Title 1  raw/1.md:5", "  Title 2  raw/2.md:5",
        "  Title 3  raw/3.md:5",
      ])
  }

  @Test func theStateOfThingsIsSaid() {
    var state = PickerState(size: TerminalSize(columns: 40, rows: 5))
    #expect(lines(state)[1] == "type a question")
    _ = state.handle(.key(.character("a")))
    #expect(lines(state)[1] == "searching…")
    _ = state.handle(.answer(PickAnswer(items: [], summary: "3 documents"), generation: 1))
    #expect(lines(state)[1] == "nothing found  3 documents")
    _ = state.handle(.notice("a\u{1B}[2J line\nand another"))
    #expect(lines(state)[1] == "a[2J line and another")
  }

  @Test func theCursorStandsWhereOneTypes() {
    var state = PickerState(size: TerminalSize(columns: 20, rows: 5), question: "中文")
    #expect(screen.frame(state).cursor == (0, 6))
    _ = state.handle(.key(.arrow(.left, isModified: false)))
    #expect(screen.frame(state).cursor == (0, 4))
    let long = PickerState(
      size: TerminalSize(columns: 20, rows: 5), question: String(repeating: "a", count: 100))
    #expect(screen.frame(long).cursor == (0, 19))
    #expect(lines(long)[0] == "> " + String(repeating: "a", count: 17))
  }

  @Test func thePreviewScrollsWithinItsLines() {
    var state = Sample.state(columns: 90, rows: 9, answer: Sample.answer(2))
    let before = (0..<4).map { "before \($0)" }
    let around = PickSurroundings(before: before, after: (0..<9).map { "after \($0)" })
    _ = state.handle(.surroundings(around, item: 0, generation: 1))
    func first() -> String {
      String(lines(state)[3].split(separator: "│").last ?? "")
    }
    // Two lines before the passage are seen at first.
    #expect(first() == "  3   before 2")
    _ = state.handle(.key(.arrow(.up, isModified: true)))
    #expect(first() == "  2   before 1")
    for _ in 0..<20 { _ = state.handle(.key(.arrow(.up, isModified: true))) }
    #expect(first() == "  1   before 0")
    _ = state.handle(.key(.arrow(.down, isModified: true)))
    #expect(first() == "  2   before 1")
    for _ in 0..<20 { _ = state.handle(.key(.control("f"))) }
    #expect(first() == "  9   after 3")
    _ = state.handle(.key(.control("b")))
    #expect(first() == "  5 ▌ Passage 1.")
    // Another passage is seen from its beginning.
    _ = state.handle(.key(.arrow(.down, isModified: false)))
    #expect(first() == " 5 ▌ Passage 2.")
  }

  /// Whatever texts hold, no line is wider than the window, and none steers the terminal.
  @Test(arguments: [1, 2, 3, 5, 8, 20, 33, 90, 101, 200], [1, 2, 3, 4, 7, 11, 12, 24, 60])
  func linesFit(columns: Int, rows: Int) {
    let texts = [
      "中文字符在这里换行也要正确，" + String(repeating: "全角文字", count: 40),
      "🙂👩‍👩‍👧‍👦 emoji ❤️ and e\u{301}\u{302} marks", "tab\there\n\n    indented\n\t- item",
      "\u{1B}[2J\u{1B}]8;;x\u{07}\u{202E}steered\u{9B}1A", String(repeating: "long", count: 200),
      "",
    ]
    let items = texts.map { text in
      PickItem(
        title: text, headings: [text, "中"], citation: "raw/\(text.prefix(30)).md:5",
        facts: [String(text.prefix(12)).plainLine], text: StyledText(text, marking: [0..<2]),
        line: 5)
    }
    for (index, text) in texts.enumerated() {
      var state = Sample.state(
        columns: columns, rows: rows, question: text,
        answer: PickAnswer(
          items: items.map { item in
            var item = item
            item.citation = item.citation.plainLine
            return item
          }, summary: text, notice: index % 2 == 0 ? text : nil))
      for _ in 0..<index { _ = state.handle(.key(.arrow(.down, isModified: false))) }
      let around = PickSurroundings(before: [text, text], after: [text])
      _ = state.handle(.surroundings(around, item: index, generation: 1))
      let frame = screen.frame(state)
      #expect(frame.rows.count == rows)
      #expect(frame.cursor.row < rows && frame.cursor.column < columns)
      for line in frame.lines {
        #expect(line.displayWidth <= columns, "\(line.debugDescription)")
        #expect(line == line.withoutControls, "\(line.debugDescription)")
      }
      for span in frame.rows.joined() { #expect(span.column < columns) }
    }
  }

  // MARK: Painting

  @Test func onlyWhatDiffersIsDrawn() {
    var painter = ScreenPainter()
    var state = Sample.state(columns: 40, rows: 5, answer: Sample.answer(2))
    let first = painter.paint(screen.frame(state))
    #expect(first.hasPrefix("\u{1B}[?25l\u{1B}[0m\u{1B}[2J\u{1B}[1;1H\u{1B}[K"))
    #expect(first.contains("\u{1B}[3;1H\u{1B}[K▌ Title 1"))
    #expect(first.hasSuffix("\u{1B}[1;9H\u{1B}[?25h"))
    #expect(painter.paint(screen.frame(state)) == "\u{1B}[?25l\u{1B}[1;9H\u{1B}[?25h")
    _ = state.handle(.key(.arrow(.down, isModified: false)))
    let second = painter.paint(screen.frame(state))
    #expect(second.contains("▌ Title 2") && !second.contains("ghosts"))
    painter.invalidate()
    #expect(painter.paint(screen.frame(state)).contains("ghosts"))
  }

  @Test func coloursAreOfThePalette() {
    let state = Sample.state(
      columns: 90, rows: 12,
      answer: PickAnswer(
        items: [
          PickItem(
            title: "T", citation: "a.md:1", text: StyledText("a ghost", marking: [2..<7]), line: 1)
        ], summary: ""))
    let frame = PickerScreen(palette: Palette(isEnabled: true)).frame(state)
    let text = frame.rows.joined().map(\.text).joined(separator: "\n")
    #expect(text.contains("a \u{1B}[1;33mghost\u{1B}[0m"))
    #expect(text.contains("\u{1B}[36ma.md:1\u{1B}[0m"))
  }
}
