import Picker
import Testing

/// A line that is typed.
struct LineEditorTests {
  private func edited(_ text: String, _ keys: TerminalKey...) -> LineEditor {
    var editor = LineEditor(text)
    for key in keys { _ = editor.handle(key) }
    return editor
  }

  private static let left = TerminalKey.arrow(.left, isModified: false)

  @Test func keysEdit() {
    #expect(edited("ab", .character("c")).text == "abc")
    #expect(edited("ab", .backspace).text == "a")
    #expect(edited("", .backspace, .delete, Self.left).text == "")
    #expect(edited("ab", Self.left, .character("x")).text == "axb")
    #expect(edited("ab", .home, .delete).text == "b")
    #expect(edited("ab", .home, .end, .character("c")).text == "abc")
    #expect(edited("one two  ", .control("w")).text == "one ")
    #expect(edited("one two", Self.left, .control("u")).text == "o")
    #expect(edited("one two", .control("a"), .control("k")).text == "")
    #expect(edited("a", .paste("b\nc\u{1B}[2Jd")).text == "ab c[2Jd")
    #expect(edited("a\u{1B}b\n c").text == "ab c")
  }

  @Test func onlyChangesCount() {
    var editor = LineEditor("ab")
    let keys: [TerminalKey] = [.character("c"), Self.left, .home, .backspace, .unknown, .delete]
    #expect(keys.map { editor.handle($0) } == [true, false, false, false, false, true])
  }

  /// A mark that comes after its letter belongs to it.
  @Test func marksJoinTheirLetter() {
    let editor = edited("", .character("e"), .character("\u{301}"), .backspace)
    #expect(editor.text == "")
  }

  @Test func theWindowFollows() {
    #expect(LineEditor("abc").window(width: 10) == ("abc", 3))
    #expect(LineEditor("abcdefgh").window(width: 5) == ("efgh", 4))
    #expect(edited("abcdefgh", .home).window(width: 5) == ("abcd", 0))
    #expect(LineEditor("中中中").window(width: 6) == ("中中", 4))
    #expect(LineEditor("abc").window(width: 1) == ("", 0))
    #expect(LineEditor("abc").window(width: 0) == ("", 0))
  }
}
