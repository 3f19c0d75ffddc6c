import Retrieval
import Testing

struct CitationTests {
  @Test(arguments: [
    "raw/2025/7.6.md:1-7", "a.md:3", "talk.md:17#120-980", "a.md:3@9f2c41aa",
    "talk.md:17-18#120-980@9f2c41aa", "odd%3A name%25.md:1", "%20lead.md:1", "x%0Ay.md:2",
    "日本 語🦠.md:4",
  ])
  func roundTrips(text: String) throws {
    #expect(try Citation(parsing: text).description == text)
  }

  @Test func encodesWhatWouldBeMisread() throws {
    let citation = Citation(path: " a:b#c@d%e\n.md ", lines: 2...2)
    #expect(citation.description == "%20a%3Ab%23c%40d%25e%0A.md%20:2")
    #expect(try Citation(parsing: citation.description) == citation)
  }

  @Test(arguments: [
    ("a\u{9B}b.md", "a%C2%9Bb.md"), ("a\u{2028}b.md", "a%E2%80%A8b.md"),
    ("a\u{202E}b.md", "a%E2%80%AEb.md"), ("a\u{2066}b.md", "a%E2%81%A6b.md"),
    ("a\u{1B}b\u{7F}.md", "a%1Bb%7F.md"), ("\u{3000}a.md", "%E3%80%80a.md"),
    ("a\u{3000}b.md", "a\u{3000}b.md"), ("e\u{301}🧑‍🚀.md", "e\u{301}🧑‍🚀.md"),
  ])
  func encodesWhatSteersATerminal(path: String, encoded: String) throws {
    let citation = Citation(path: path, lines: 1...1)
    #expect(citation.description == encoded + ":1")
    #expect(try Citation(parsing: citation.description) == citation)
  }

  @Test(arguments: [
    ("a.md", CitationError.lines("a.md")), ("a.md:0", .lines("a.md:0")),
    ("a.md:7-3", .lines("a.md:7-3")), ("a.md:x", .lines("a.md:x")), (":3", .path(":3")),
    ("a%zz.md:3", .path("a%zz.md:3")), ("a.md:3#9", .bytes("a.md:3#9")),
    ("a.md:3#9-9", .bytes("a.md:3#9-9")), ("a.md:3@12", .hash("a.md:3@12")),
    ("a.md:3@xxxxxxxx", .hash("a.md:3@xxxxxxxx")), ("", .lines("")),
    ("a.md:99999999999999999999", .lines("a.md:99999999999999999999")),
  ])
  func saysWhatIsMalformed(text: String, error: CitationError) {
    #expect(throws: error) { try Citation(parsing: text) }
  }
}
