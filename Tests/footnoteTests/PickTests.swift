import Foundation
import Testing

/// `ask --pick` on a real pseudo-terminal.
struct PickTests {
  static let arguments = ["ask", "--pick", "--mode", "lexical", "ghosts"]
  static var ready: [[Any]] { [["wait", "1/"], ["wait", "Ghosts are imitations"]] }

  let base: SampleBase
  let terminal: PseudoTerminal?

  init() throws {
    base = try SampleBase()
    _ = try base.tool.run("index", "--quiet")
    terminal = try PseudoTerminal(base.tool)
  }

  /// Fails where a step did not come true, or the terminal was left in disorder.
  func run(
    _ steps: [[Any]], arguments: [String] = arguments, in terminal: PseudoTerminal,
    isRestored: Bool = true, location: SourceLocation = #_sourceLocation
  ) throws -> PseudoTerminal.Result {
    let result = try terminal.run(arguments, steps)
    let isSound = result.failed == nil && result.isRestored == isRestored
    #expect(
      isSound, "\(result.failed ?? "not restored")\n\(result.last)\n\(result.errors)",
      sourceLocation: location)
    return result
  }

  // MARK: Looking and choosing

  @Test func aQuestionIsRefinedAndAPassagePicked() throws {
    guard let terminal else { return }
    let result = try run(
      Self.ready + [
        ["screen"], ["send", " bacterial genome"],
        ["wait", "▌ wiki/concepts/bacterial-code.md:10"], ["send", "\u{1B}[B"],
        ["wait", "▌ The genome of bacteria"], ["screen"], ["send", "\u{0F}"], ["exit"],
      ], in: terminal)
    #expect(result.status == 0)
    #expect(result.output == "raw/2025/7.6.md:1-3\n")
    #expect(result.errors.isEmpty)
    let first = try #require(result.screens.first)
    #expect(first.lines[0] == "> ghosts")
    #expect(first.lines[2].hasPrefix("▌ Ghosts"))
    #expect(first.lines[3].hasPrefix("▌ wiki/concepts/ghosts.md:"))
    #expect(first.text.contains("▌ Ghosts are imitations of people"))
    #expect(first.modes["1049"] == true)
    #expect(first.cursor == [0, 8])
    #expect(result.screens.last?.lines[0] == "> ghosts bacterial genome")
  }

  @Test func keysMoveThroughTheList() throws {
    guard let terminal else { return }
    let result = try run(
      Self.ready + [
        ["send", "\u{1B}[B"], ["wait", "2/"], ["send", "\u{0E}"], ["wait", "3/"],
        ["send", "\u{10}"],
        ["wait", "2/"], ["send", "\u{1B}[5~"], ["wait", "1/"], ["send", "\u{1B}"], ["exit"],
      ], in: terminal)
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
  }

  @Test func withLinkTheAddressIsPrinted() throws {
    guard let terminal else { return }
    let result = try run(
      Self.ready + [["send", "\u{0F}"], ["exit"]],
      arguments: Self.arguments + ["--link", "vscode"], in: terminal)
    #expect(result.output.hasPrefix("vscode://file/"))
    #expect(result.output.contains("/wiki/concepts/ghosts.md:"))
  }

  @Test func theCitationGoesToTheClipboard() throws {
    guard let terminal else { return }
    let result = try run(
      Self.ready + [
        ["send", "\u{19}"], ["wait", "sent to the clipboard"], ["screen"], ["send", "\u{1B}"],
        ["exit"],
      ],
      in: terminal)
    let copied = result.screens.last?.titles.compactMap { title in
      title.hasPrefix("52;c;") ? Data(base64Encoded: String(title.dropFirst(5))) : nil
    }
    let text = copied?.first.map { String(decoding: $0, as: UTF8.self) }
    #expect(text?.hasPrefix("wiki/concepts/ghosts.md:") == true)
  }

  @Test func whatCannotBeAskedIsSaid() throws {
    guard let terminal else { return }
    let result = try run(
      Self.ready + [
        ["send", " after:never"], ["wait", "after:never is not a date"],
        ["send", "\u{15}"], ["wait", "type a question"], ["send", "qqqzzz"],
        ["wait", "nothing found"],
        ["send", "\r\u{0F}\u{1B}"], ["exit"],
      ], in: terminal)
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
  }

  /// Pasted line breaks open nothing.
  @Test func pastedTextIsText() throws {
    guard let terminal else { return }
    let result = try run(
      [
        ["wait", "type a question"], ["send", "\u{1B}[200~bacterial\ncode\r\u{1B}[201~"],
        ["wait", "> bacterial code"], ["wait", "1/"], ["send", "\u{1B}"], ["exit"],
      ], arguments: ["ask", "--pick", "--mode", "lexical"], in: terminal)
    #expect(result.status == 1)
  }

  @Test func theWindowMayChangeItsSize() throws {
    guard let terminal else { return }
    let result = try run(
      Self.ready + [
        ["resize", 40, 14], ["wait", "── wiki/"], ["screen"], ["resize", 9, 3], ["wait", "▌ Gh"],
        ["resize", 1, 1], ["pause", 0.2], ["resize", 120, 30], ["wait", "│"],
        ["wait", "esc leave"], ["screen"], ["send", "\u{1B}"], ["exit"],
      ], in: terminal)
    #expect(result.screens.first?.lines.allSatisfy { $0.count <= 40 } == true)
    #expect(result.screens.last?.lines.count == 30)
  }

  @Test func widePassagesKeepTheirPlace() throws {
    guard let terminal else { return }
    let text = "幽灵不是动物，" + String(repeating: "我们召唤的是幽灵。", count: 20) + "👻🙂\n"
    try base.folder.write("raw/2025/中文.md", "# 幽灵\n\n\(text)")
    let result = try run(
      [["wait", "1/"], ["wait", "▌ 幽灵不是动物"], ["screen"], ["send", "\u{1B}"], ["exit"]],
      arguments: ["ask", "--pick", "--mode", "lexical", "召唤的是幽灵"], in: terminal)
    let lines = result.screens.first?.lines ?? []
    // In cells, of which a wide character takes two and gives one to the text here.
    let column = lines.first { $0.hasPrefix("  raw") || $0.hasPrefix("▌ raw") }?
      .firstIndex(of: "│")
    #expect(column != nil)
    #expect(lines.filter { $0.contains("│") }.count >= 20)
  }

  // MARK: The model

  /// Words answer at once; what has no vector yet is encoded meanwhile.
  @Test func passagesAreEncodedWhileSomebodyLooks() throws {
    guard let terminal else { return }
    let model = try TinyModel()
    let result = try run(
      [
        ["wait", "1/"], ["gone", "embedded"], ["wait", "6 passages, "], ["gone", "searching"],
        ["screen"],
        ["send", "\u{1B}"], ["exit"],
      ], arguments: ["ask", "--pick", "ghosts", "--model", model.path], in: terminal)
    #expect(result.status == 1)
    #expect(result.screens.last?.lines.first == "> ghosts")
    let status = try base.tool.run("status", "--format", "json", "--model", model.path).object
    #expect(status["embedded"] as? Double == 1)
  }

  @Test func aModelThatIsUnsoundIsAnError() throws {
    guard var terminal else { return }
    let model = try TinyModel()
    try model.folder.write("model.safetensors", "no tensors")
    terminal.environment["FOOTNOTE_MODEL"] = model.path
    let result = try run([["exit"]], arguments: ["ask", "--pick", "ghosts"], in: terminal)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("footnote: "))
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  // MARK: The editor

  /// An editor that notes how it was called, and waits for a line.
  func withEditor(_ status: Int = 0) throws -> PseudoTerminal? {
    guard var terminal else { return nil }
    try base.folder.write(
      "editor.sh",
      """
      #!/bin/sh
      printf 'EDITING\\n' > /dev/tty
      stty -a | grep -o -- '-*icanon' | head -1 > "$EDITOR_LOG.mode"
      test -t 0 && test -t 1 && test -t 2 && echo "$@" >> "$EDITOR_LOG"
      read -r line
      printf 'Ghosts are imitations, and quokkas smile.\\n' >> wiki/concepts/ghosts.md
      exit \(status)

      """)
    terminal.environment["VISUAL"] = "sh \(base.folder.url.path)/editor.sh"
    return terminal
  }

  @Test func enterOpensTheEditorAndComesBack() throws {
    guard let terminal = try withEditor() else { return }
    let result = try run(
      Self.ready + [
        ["send", "\r"], ["wait", "EDITING"], ["editor", 1], ["screen"], ["send", "\n"],
        ["wait", "> ghosts"], ["wait", "1/"], ["wait", "quokkas smile"], ["screen"],
        ["send", "\u{1B}"], ["exit"],
      ], in: terminal)
    #expect(result.status == 0, "something was opened")
    #expect(result.screens.first?.modes["1049"] == false)
    #expect(result.screens.last?.modes["1049"] == true)
  }

  @Test func anEditorThatFailsIsSaid() throws {
    guard let terminal = try withEditor(3) else { return }
    let result = try run(
      Self.ready + [
        ["send", "\r"], ["editor", 1], ["send", "\n"], ["wait", "the editor ended with status 3"],
        ["send", "\u{1B}"], ["exit"],
      ], in: terminal)
    #expect(result.status == 1)
  }

  @Test(arguments: ["", "there-is-no-such-editor"])
  func aMissingEditorIsSaid(_ editor: String) throws {
    guard var terminal else { return }
    terminal.environment["EDITOR"] = editor
    let result = try run(
      Self.ready + [
        ["send", "\r"], ["wait", editor.isEmpty ? "no editor is chosen" : "there is no program"],
        ["send", "\u{1B}"], ["exit"],
      ], in: terminal)
    #expect(result.status == 1)
  }

  /// Ctrl-C in the editor is the editor's.
  @Test func interruptingTheEditorEndsNothingElse() throws {
    guard let terminal = try withEditor() else { return }
    let result = try run(
      Self.ready + [
        ["send", "\r"], ["wait", "EDITING"], ["editor", 1], ["send", "\u{03}"],
        ["wait", "the editor ended with status 130"], ["send", "\u{1B}"], ["exit"],
      ], in: terminal)
    #expect(result.status == 1)
  }
}
