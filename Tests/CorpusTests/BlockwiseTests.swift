import Corpus
import Testing

/// What looks at many bytes at once must find what a look at one after the other finds, wherever in a block
/// something unusual stands.
@Suite struct BlockwiseTests {
  private static let words = [
    "a", "word", "longer-words", "x.", "ab,", "naïve", "漢字。", "😀", "“quoted”", "—", "3.14",
  ]
  private static let spaces = [
    " ", " ", " ", " ", " ", " ", " ", " ", "  ", "\t", "\u{7F}", "\u{A0}", "\u{3000}", "\u{200B}",
    "\u{85}", "\u{2028}",
  ]

  /// Words with one thing between them that separates, and the words.
  private func prose(_ random: inout SeededRandom, _ spaces: [String]) -> (String, [String]) {
    var words: [String] = []
    var text = ""
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      let word = Self.words.randomElement(using: &random) ?? "a"
      words.append(word)
      if !text.isEmpty { text += spaces.randomElement(using: &random) ?? " " }
      text += word
    }
    return (text, words)
  }

  @Test(arguments: 0..<4)
  func wordsAndWhiteSpace(seed: UInt64) {
    var random = SeededRandom(seed: seed &+ 700)
    for _ in 0..<300 {
      let (text, words) = prose(&random, Self.spaces)
      #expect(
        TitleMaker.collapsed(text) == words.joined(separator: " "), "\(text.debugDescription)")
      // A letter at the beginning, so that it is a paragraph.
      let count = DocumentText(Array(("x " + text).utf8)).wordCount
      #expect(count == words.count + 1, "\(text.debugDescription)")
    }
  }

  @Test func linesOfAnyLength() {
    var random = SeededRandom(seed: 9)
    for _ in 0..<200 {
      var text = ""
      var lines: [String] = []
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let line = String(repeating: "é", count: Int.random(in: 0...50, using: &random)) + "\tx"
        lines.append(line)
        text += line + (["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n")
      }
      let bytes = Array(text.utf8)
      let table = LineTable(bytes)
      let found = (1...table.count).map {
        String(decoding: bytes[table.content(of: $0)], as: UTF8.self)
      }
      #expect(found == lines)
    }
  }

  @Test func badBytesAnywhereInABlock() {
    for place in 0..<200 {
      var bytes = Array(String(repeating: "abc defg ", count: 30).utf8)
      bytes[place] = 0xFF
      bytes[place + 1] = 0
      // The beginning of a character at the end of the file.
      bytes.append(0xE2)
      let parsed = parse(bytes)
      #expect(parsed.issues.map(\.kind) == [.encoding])
      #expect(parsed.issues.first?.message.hasPrefix("2 bytes are not UTF-8") == true)
      let text = parsed.passages.map(\.plainText).joined(separator: " ")
      let safe = bytes.map { $0 == 0xFF || $0 == 0 || $0 == 0xE2 ? 0x20 : $0 }
      #expect(text == TitleMaker.collapsed(String(decoding: safe, as: UTF8.self)))
    }
  }

  @Test(arguments: [
    ("https://www.youtube.com/watch?v=1", true), ("HTTPS://WWW.YouTube.COM/watch", true),
    ("https://youtu.be/x", true), ("https://notyoutube.com/x", false),
    ("https://youtube.com", false), ("https://m.youtube.com/é", true), ("", false),
  ])
  func recordingsByTheirAddress(url: String, isRecording: Bool) {
    #expect(VideoHosts.contains(url) == isRecording)
  }
}
