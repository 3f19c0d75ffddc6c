import Picker
import TerminalOutput
import Testing

/// What keys and answers do to a picker.
struct PickerStateTests {
  private static let down = TerminalKey.arrow(.down, isModified: false)
  private static let up = TerminalKey.arrow(.up, isModified: false)

  private func state(_ count: Int = 9, rows: Int = 30) -> PickerState {
    Sample.state(columns: 100, rows: rows, answer: Sample.answer(count))
  }

  @Test func typingAsks() {
    var state = PickerState(size: TerminalSize(columns: 80, rows: 24))
    #expect(state.start().isEmpty)
    #expect(state.handle(.key(.character("a"))) == [.search("a", generation: 2)])
    #expect(state.isSearching)
    #expect(state.handle(.key(.character("b"))) == [.search("ab", generation: 3)])
    // The answer to `a` comes late.
    #expect(state.handle(.answer(Sample.answer(2), generation: 2)).isEmpty)
    #expect(state.items.isEmpty && state.isSearching)
    let effects = state.handle(.answer(Sample.answer(3), generation: 3))
    #expect(effects == [.surroundings(item: 0, generation: 3)])
    #expect(state.items.count == 3 && !state.isSearching)
    #expect(state.answered == "ab")
  }

  @Test func aQuestionThatIsGivenIsAskedAtOnce() {
    var state = PickerState(size: TerminalSize(columns: 80, rows: 24), question: "ghosts")
    #expect(state.start() == [.search("ghosts", generation: 1)])
  }

  @Test func anEmptyQuestionShowsNothing() {
    var state = state()
    #expect(state.handle(.key(.control("u"))).isEmpty)
    #expect(state.items.isEmpty && state.answered == nil && !state.isSearching)
    // Blanks are no question, and the answer that is on its way is too late.
    #expect(state.handle(.key(.character(" "))).isEmpty)
    _ = state.handle(.answer(Sample.answer(2), generation: 1))
    #expect(state.items.isEmpty)
  }

  @Test func failuresLeaveTheList() {
    var state = state()
    #expect(state.handle(.key(.character("x"))) == [.search("ghostsx", generation: 2)])
    _ = state.handle(.failure("the date is none", generation: 1))
    #expect(state.notice == nil)
    _ = state.handle(.failure("the date is none", generation: 2))
    #expect(state.notice == "the date is none" && state.items.count == 9 && !state.isSearching)
    _ = state.handle(.key(.home))
    #expect(state.notice == nil)
  }

  /// What is to be known of an answer stays with it; what was said goes with the next key.
  @Test func noticesHaveTheirTime() {
    var state = state()
    _ = state.handle(.changed)
    let answer = PickAnswer(items: [Sample.item(1)], summary: "", notice: "not all is encoded")
    _ = state.handle(.answer(answer, generation: 2))
    #expect(state.notice == "not all is encoded")
    _ = state.handle(.notice("the editor has failed"))
    #expect(state.notice == "the editor has failed")
    _ = state.handle(.changed)
    _ = state.handle(.answer(answer, generation: 3))
    #expect(state.notice == "the editor has failed")
    _ = state.handle(.key(.home))
    #expect(state.notice == "not all is encoded")
    _ = state.handle(.changed)
    _ = state.handle(.answer(Sample.answer(1), generation: 4))
    #expect(state.notice == nil)
  }

  @Test func movingStopsAtTheEnds() {
    var state = state()
    #expect(state.handle(.key(Self.up)).isEmpty)
    #expect(state.handle(.key(Self.down)) == [.surroundings(item: 1, generation: 1)])
    #expect(state.handle(.key(.control("n"))) == [.surroundings(item: 2, generation: 1)])
    #expect(state.handle(.key(.control("p"))) == [.surroundings(item: 1, generation: 1)])
    _ = state.handle(.key(.pageDown))
    #expect(state.selection == 8)
    #expect(state.handle(.key(Self.down)).isEmpty)
    _ = state.handle(.key(.pageUp))
    #expect(state.selection == 0)
  }

  @Test func whatIsKnownIsNotAskedAgain() {
    var state = state()
    _ = state.handle(.surroundings(PickSurroundings(), item: 0, generation: 1))
    _ = state.handle(.key(Self.down))
    #expect(state.handle(.key(Self.up)).isEmpty)
    // Lines of an older answer are of other passages.
    _ = state.handle(.surroundings(PickSurroundings(), item: 1, generation: 0))
    #expect(state.handle(.key(Self.down)) == [.surroundings(item: 1, generation: 1)])
  }

  @Test func theListFollowsTheChoice() {
    var state = state(9, rows: 9)
    #expect(state.layout.itemsShown == 3)
    for _ in 0..<4 { _ = state.handle(.key(Self.down)) }
    #expect(state.selection == 4 && state.top == 2)
    for _ in 0..<3 { _ = state.handle(.key(Self.up)) }
    #expect(state.selection == 1 && state.top == 1)
    _ = state.handle(.key(.pageDown))
    #expect(state.selection == 4 && state.top == 2)
    // A larger window shows what it can.
    _ = state.handle(.resize(TerminalSize(columns: 100, rows: 40)))
    #expect(state.selection == 4 && state.top == 0)
    _ = state.handle(.resize(TerminalSize(columns: 1, rows: 1)))
    #expect(state.selection == 4 && state.top == 4)
  }

  @Test func keysAct() {
    var state = state()
    _ = state.handle(.key(Self.down))
    #expect(state.handle(.key(.enter)) == [.open(item: 1)])
    #expect(state.handle(.key(.control("o"))) == [.finish(item: 1)])
    #expect(state.handle(.key(.control("y"))) == [.copy(item: 1)])
    #expect(state.handle(.key(.control("z"))) == [.suspend])
    #expect(state.handle(.key(.control("l"))) == [.redraw])
    #expect(state.handle(.key(.escape)) == [.leave])
    #expect(state.handle(.key(.control("c"))) == [.interrupt])
    #expect(state.handle(.key(.control("d"))).isEmpty)
    #expect(state.handle(.key(.unknown)).isEmpty)
    _ = state.handle(.key(.control("u")))
    for key in [TerminalKey.enter, .control("o"), .control("y"), .pageDown, Self.down] {
      #expect(state.handle(.key(key)).isEmpty, "nothing is chosen")
    }
    #expect(state.handle(.key(.control("d"))) == [.leave])
  }

  /// After the editor, or when vectors have come, whoever looks at a passage goes on looking at it.
  @Test func changesKeepTheChoice() {
    var state = state()
    _ = state.handle(.key(Self.down))
    #expect(state.handle(.changed) == [.search("ghosts", generation: 2)])
    let items = [Sample.item(7), Sample.item(3), Sample.item(2)]
    _ = state.handle(.answer(PickAnswer(items: items, summary: ""), generation: 2))
    #expect(state.selection == 2)
    _ = state.handle(.changed)
    _ = state.handle(.answer(PickAnswer(items: [Sample.item(7)], summary: ""), generation: 3))
    #expect(state.selection == 0)
    // One that was edited has another citation.
    _ = state.handle(.changed)
    _ = state.handle(.answer(Sample.answer(4), generation: 4))
    _ = state.handle(.key(Self.down))
    _ = state.handle(.changed)
    let edited = [Sample.item(1), Sample.item(9), Sample.item(3)]
    _ = state.handle(.answer(PickAnswer(items: edited, summary: ""), generation: 5))
    #expect(state.selection == 1)
    // Another question begins at its best passage.
    _ = state.handle(.changed)
    _ = state.handle(.key(.character("s")))
    _ = state.handle(.answer(PickAnswer(items: items, summary: ""), generation: 7))
    #expect(state.selection == 0)
  }
}
