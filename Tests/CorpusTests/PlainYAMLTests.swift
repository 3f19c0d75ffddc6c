import Corpus
import Testing

/// Front matter of the usual kind is read without the YAML parser. A comment behind it, which says nothing,
/// sends it there: both must find the same.
@Suite struct PlainYAMLTests {
  private static let pieces = [
    "title: A title\n", "title: \"Quoted: yes\"\n", "title: 'It''s'\n", "date: 2025-07-06\n",
    "tags: [a, b, c]\n", "tags: [a, \"b c\", 'd']\n", "tags: []\n", "tags:\n", "  - one\n",
    "- one\n", "  - \"two\"\n", "  - [x, y]\n", "   - three\n", "sources: [raw/a.md, raw/b.md]\n",
    "url: https://a.example/c?d=e#f\n", "k: v # comment\n", "k: a#b\n", "k: a: b\n", "k: - x\n",
    "k: |-\n  text\n  more\n", "k: null\n", "k: ~\n", "k: \n", "# comment\n", "\n", "k : x\n",
    "\"quoted\": x\n", "k: @x\n", "k: *x\n", "k: &x y\n", "k: Q&A\n", "k: !x y\n", "k: {a: b}\n",
    "k: [[wiki]]\n", "k: a\n  continued\n", "k: \"a\n  b\"\n", "k: [a,b]\n", "k: [a, b\n  , c]\n",
    "k: [a, , b]\n", "k: [a: b]\n", "k: [a:b]\n", "k: [a #b]\n", "? key\n", "k: -\n", "k: -x\n",
    "k: x:\n", "k:x\n", "k: \"a\\nb\"\n", "k: 漢字，全角\n", "ключ: значение\n", "k: x\u{2028}y\n",
    "k: \u{FEFF}x\n", "k: \u{1F642}\n", "k: 'x' y\n", "k: \"x\" # c\n", "k: [\"x\"y]\n",
    "k: value   \n", "k:\tvalue\n", " k: x\n", "k: [x] y\n", "k: ]\n", "<<: x\n", "k: ---\n",
    "k: a\u{A0}b\n", "k: [a,]\n", "k: [ ]\n", "k: ''\n", "k: \"\"\n", "k: [null, ~]\n", "k: x\r\n",
  ]
  private static let marks = Array(":-[]{},#'\"\\ \n\t|>&*!%@`?~=<a1\r.".utf8)

  private func entries(_ yaml: [UInt8]) -> (entries: [FrontMatterEntry], issues: Int) {
    let fence = Array("---\n".utf8)
    let read = FrontMatter(SourceText(fence + yaml + fence))
    return (read.entries, read.issues.count)
  }

  @Test(arguments: 0..<6)
  func findsWhatTheParserFinds(seed: UInt64) {
    var random = SeededRandom(seed: seed &+ 500)
    for round in 0..<500 {
      var yaml: [UInt8] = []
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        yaml += Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
      }
      if round % 3 == 0 {
        let mark = Self.marks.randomElement(using: &random) ?? 0
        yaml.insert(mark, at: Int.random(in: 0..<yaml.count, using: &random))
      }
      let plain = entries(yaml)
      let parsed = entries(yaml + Array("# comment\n".utf8))
      let text = String(decoding: yaml, as: UTF8.self).debugDescription
      #expect(plain.entries == parsed.entries, "seed \(seed), round \(round): \(text)")
      #expect(plain.issues == parsed.issues, "seed \(seed), round \(round): \(text)")
    }
  }

  @Test func linesAndKindsOfValues() {
    let yaml = "title: \"A: b\"\ntags: [x, 'y z']\nsources:\n- a.md\n- 'b.md'\nnone: ~\nempty: ''\n"
    let read = entries(Array(yaml.utf8))
    #expect(read.issues == 0)
    #expect(read.entries.map(\.key) == ["title", "tags", "sources", "none", "empty"])
    #expect(read.entries.map(\.line) == [2, 3, 4, 7, 8])
    #expect(
      read.entries.map(\.value) == [
        .text("A: b"), .list([.text("x"), .text("y z")]), .list([.text("a.md"), .text("b.md")]),
        .none, .text(""),
      ])
  }
}
