import Picker
import Testing

/// From bytes of a terminal to keys.
struct KeyParserTests {
  private func keys(_ text: String) -> [TerminalKey] {
    var parser = KeyParser()
    return parser.keys(text.utf8) + parser.flush()
  }

  // swift-format-ignore
  @Test(arguments: [
    ("a", [.character("a")]),
    ("é中🙂", [.character("é"), .character("中"), .character("🙂")]),
    ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]), ("\u{08}", [.backspace]),
    ("\u{03}\u{1A}\u{0F}", [.control("c"), .control("z"), .control("o")]),
    ("\u{00}\u{1C}", [.unknown, .unknown]),
    ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]),
    ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [
      .arrow(.up, isModified: false), .arrow(.down, isModified: false),
      .arrow(.right, isModified: false), .arrow(.left, isModified: false),
    ]),
    ("\u{1B}OA", [.arrow(.up, isModified: false)]),
    ("\u{1B}[1;2A", [.arrow(.up, isModified: true)]),
    ("\u{1B}[1;5B", [.arrow(.down, isModified: true)]),
    ("\u{1B}[1;1B", [.arrow(.down, isModified: false)]),
    ("\u{1B}[5~\u{1B}[6~\u{1B}[3~", [.pageUp, .pageDown, .delete]),
    ("\u{1B}[H\u{1B}[F\u{1B}[1~\u{1B}[4~\u{1B}OH", [.home, .end, .home, .end, .home]),
    ("\u{1B}[200~a\nb\u{1B}[Ac\u{1B}[201~d", [.paste("a\nb\u{1B}[Ac"), .character("d")]),
    ("\u{1B}x", [.unknown]), ("\u{1B}é", [.unknown]),
    ("\u{1B}[15~a", [.unknown, .character("a")]),
    ("\u{1B}[?62;c", [.unknown]), ("\u{1B}[<0;1;1Ma", [.enter, .character("a")]),
    ("\u{1B}[", [.unknown]),
  ] as [(String, [TerminalKey])])
  func sequencesAreKeys(_ text: String, expected: [TerminalKey]) {
    #expect(keys(text) == expected)
  }

  /// However a terminal, a network or a slow machine cuts what it sends.
  @Test func piecesMakeTheSameKeys() {
    let text = "aé中\u{1B}[1;2A\u{1B}OB\u{1B}[200~x\u{1B}\ny\u{1B}[201~🙂\r\u{1B}[5~"
    var whole = KeyParser()
    let expected = whole.keys(text.utf8)
    #expect(expected.count == 9)
    for size in 1...7 {
      var parser = KeyParser()
      var found: [TerminalKey] = []
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        found += parser.keys(rest.prefix(size))
        rest = rest.dropFirst(size)
      }
      #expect(found == expected, "in pieces of \(size)")
    }
  }

  @Test func onlyTimeTellsEscape() {
    var parser = KeyParser()
    #expect(parser.keys([0x1B]).isEmpty)
    #expect(parser.isWaiting)
    #expect(parser.flush() == [.escape])
    #expect(!parser.isWaiting)
    #expect(parser.flush().isEmpty)
    #expect(parser.keys([0x1B]).isEmpty)
    #expect(parser.keys(Array("[A".utf8)) == [.arrow(.up, isModified: false)])
  }

  @Test func brokenBytesPass() {
    var parser = KeyParser()
    #expect(parser.keys([0xFF, 0x80, 0x61]) == [.unknown, .unknown, .character("a")])
    #expect(parser.keys([0xE4, 0x61]) == [.unknown, .character("a")])
    #expect(parser.keys([0xC0, 0xAF]) == [.unknown, .unknown])
    #expect(parser.keys([0xE4, 0xB8]).isEmpty)
    #expect(parser.isWaiting)
    #expect(parser.flush() == [.unknown])
    // A sequence without end does not swallow everything.
    let endless = Array("\u{1B}[".utf8) + Array(repeating: UInt8(ascii: "1"), count: 100)
    _ = parser.keys(endless)
    _ = parser.flush()
    #expect(parser.keys([0x61]) == [.character("a")])
  }

  @Test func anythingEndsInKeys() {
    var state: UInt64 = 1
    var parser = KeyParser()
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let byte = UInt8(truncatingIfNeeded: state >> 33)
      _ = parser.keys([byte % 5 == 0 ? 0x1B : byte])
    }
    _ = parser.flush()
    _ = parser.keys(Array("\u{1B}[201~".utf8))
    #expect(parser.keys([0x61]).last == .character("a"))
  }
}
