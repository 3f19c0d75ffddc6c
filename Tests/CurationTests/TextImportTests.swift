import Corpus
import Curation
import Foundation
import Testing

/// Markdown and plain text.
@Suite struct TextImportTests {
  @Test func ownFrontMatterStaysAndIsCompleted() throws {
    let base = try ImportBase()
    let path = try base.source("rope.md", Fixture.bytes("text/own-front-matter.md"))
    let file = try base.addOne(path)
    #expect(file.path == "raw/2023/5.4-rope-walks.md")
    #expect(
      file.text == """
        ---
        # kept as it is
        Title: Rope walks   # of Chatham
        published: 2023-05-04
        tags: [rope, craft]
        type: note
        file: rope.md
        imported: 2026-11-24
        ---

        A rope walk is as long as the rope, and then a third longer.

        """)
  }

  @Test func whatTheUserSaysTakesThePlaceOfWhatWasThere() throws {
    let base = try ImportBase()
    let path = try base.source(
      "a.md", "---\ntitle: >\n  Old\n  title\ntags: [x]\ndate: 2020-01-01\n---\nText.\n")
    let file = try base.addOne(path) {
      $0.title = "New: title"
      $0.author = "Somebody"
    }
    #expect(
      file.text == """
        ---
        title: "New: title"
        tags: [x]
        date: 2020-01-01
        author: Somebody
        type: note
        file: a.md
        imported: 2026-11-24
        ---

        Text.

        """)
    #expect(file.path == "raw/2020/1.1-new-title.md")
  }

  @Test func aPostIsNamedByItsDay() throws {
    let base = try ImportBase()
    let text = "---\ntype: post\ndate: 2025-07-06\n---\n\nBacterial code is small.\n"
    #expect(try base.addOne(base.source("a.md", text)).path == "raw/2025/7.6.md")
    let other = text.replacingOccurrences(of: "small", with: "modular")
    #expect(
      try base.addOne(base.source("b.md", other)).path
        == "raw/2025/7.6-bacterial-code-is-modular.md")
    let third = text.replacingOccurrences(of: "small.", with: "modular!")
    #expect(
      try base.addOne(base.source("c.md", third)).path
        == "raw/2025/7.6-bacterial-code-is-modular-2.md")
  }

  @Test func brokenFrontMatterStaysAsItIs() throws {
    let base = try ImportBase()
    let path = try base.source("a.md", "---\ntitle: [broken\nauthor: {\n---\n\nText.\n")
    let outcomes = try base.add(path)
    let file = try #require(outcomes.added.first)
    #expect(try base.read(file.path).hasPrefix("---\ntitle: [broken\nauthor: {\n---\n\nText."))
    guard case .frontMatterKept = outcomes.remarks.first else {
      Issue.record("nothing is said: \(outcomes)")
      return
    }
  }

  @Test func lineEndsAndMarksOfTheFileDoNotMatter() throws {
    let base = try ImportBase()
    let path = try base.source(
      "a.md", "\u{FEFF}---\r\ntitle: Kept\r\ndate: 2021-02-03\r\n---\r\nOne.\r\n\r\nTwo.\r\n")
    let file = try base.addOne(path)
    #expect(file.path == "raw/2021/2.3-kept.md")
    let parsed = try base.parsed(file.path)
    #expect(parsed.document.title == "Kept")
    #expect(parsed.passages.map(\.plainText) == ["One. Two."])
    #expect(parsed.issues.isEmpty)
  }

  @Test func plainTextIsNotReadAsMarkup() throws {
    let base = try ImportBase()
    let file = try base.addOne(base.source("ferry.txt", Fixture.bytes("text/ferry.txt")))
    #expect(file.path == "raw/2024/2.3-the-ferry-that-a-chain-pulls.md")
    let parsed = try base.parsed(file.path)
    #expect(parsed.document.title == "The ferry that a chain pulls")
    #expect(
      parsed.passages.map(\.plainText) == [
        "The ferry that a chain pulls It crosses without an engine. # not a heading --- "
          + "The <b>chain</b> lies on the bed of the river."
      ])
  }

  @Test func theDayComesFromTheNameBeforeTheFile() throws {
    let base = try ImportBase()
    for (name, path, origin) in [
      ("2022-05-06-walk.txt", "raw/2022/5.6-a.md", DateOrigin.name),
      ("2019/3.4.txt", "raw/2019/3.4-b.md", .name), ("walk.txt", "raw/2024/2.3-c.md", .file),
    ] {
      let title = try #require(path.split(separator: "-").last).prefix(1)
      let outcomes = try base.add(base.source(name, "\(title)\n\nOf \(name).\n"))
      #expect(outcomes.added.first?.path == path)
      #expect(outcomes.added.first?.fields.dateOrigin == origin)
    }
  }

  @Test func titlesBecomeNamesThatEveryFileSystemTakes() throws {
    let base = try ImportBase()
    let titles = [
      "We’re summoning ghosts!": "were-summoning-ghosts", "Über Öl & Æther": "uber-ol-aether",
      "日本語の題": "日本語の題", "../../etc/passwd": "etc-passwd", "…": "untitled", "CON": "con",
    ]
    for (title, slug) in titles {
      let path = try base.source("x.txt", "Of \(title).\n")
      let file = try base.addOne(path) { $0.title = title }
      #expect(file.path == "raw/2024/2.3-\(slug).md")
      #expect(try base.parsed(file.path).document.title == title)
    }
    let long = String(repeating: "長い ", count: 300)
    let file = try base.addOne(base.source("x.txt", "Long.\n")) { $0.title = long }
    #expect(file.path.utf8.count < 220)
  }

  @Test(arguments: [
    "yes", "2025-07-06", "1.5e3", "null", "a: b", "- a", "#tag", "it's \"quoted\"", "back\\slash",
    "tab\there", "ends with space ", "{a}", "[a]", "&a", "*a", "!a", "%a", "@a", "`a`", "a # b",
    "~",
    "0x1F", "12:30:45", "é", "?", "'", "\"", "trailing:", "line\u{2028}separator",
  ])
  func everyTitleSurvivesYAML(_ title: String) throws {
    let base = try ImportBase()
    let file = try base.addOne(base.source("a.txt", "Text.\n")) {
      $0.title = title
      $0.author = title
    }
    let document = try base.parsed(file.path).document
    let expected = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(document.title == expected)
    #expect(document.author?.trimmingCharacters(in: .whitespaces) != nil)
    #expect(try base.parsed(file.path).issues.isEmpty)
  }

  @Test func whatATextMentionsMakesItNothingElse() throws {
    let base = try ImportBase()
    for (name, text) in [
      ("a.md", "<body> is where a page begins, and `<title>` names it.\n"),
      ("b.txt", "<title> is not the title of this note.\n"),
      ("c.markdown", "<!-- a draft -->\n<meta charset=x> is old.\n"),
      ("d.md", "%PDF-1.7 is how a PDF begins – always.\n"), ("e.txt", "Notes\n\n%PDF-1.4 too.\n"),
    ] {
      let outcomes = try base.add(base.source(name, text))
      #expect(outcomes.added.first?.fields.type == "note", "\(name): \(outcomes)")
      #expect(outcomes.remarks.isEmpty)
    }
    for name in ["f.md", "g.txt"] {
      let page = "<html><head><title>P</title></head><body><p>Of \(name).</p></body></html>"
      #expect(try base.add(base.source(name, page)).added.first?.fields.type == "article")
    }
    let bytes = Array("%PDF-1.4\n".utf8) + [0] + Array("rest\n".utf8)
    #expect(try base.add(base.source("h.txt", bytes)).added.isEmpty)
  }

  @Test func frontMatterAloneIsEmpty() throws {
    let base = try ImportBase()
    for text in ["---\ntitle: T\n---\n", "---\ntitle: T\n---\n\n \t\r\n"] {
      #expect(try base.add(base.source("a.md", text)).failures == [.empty])
    }
    #expect(!base.exists("raw/2024"))
  }

  @Test func anEncodingThatIsNotKnownIsNamed() throws {
    let base = try ImportBase()
    let page =
      Array("<html><meta charset=\"x-old\"><body><p>Caf".utf8) + [0xE9]
      + Array("</p></body></html>".utf8)
    let outcomes = try base.add(base.source("a.html", page))
    #expect(outcomes.remarks == [.assumedEncoding("Windows-1252", declared: "x-old")])
    let none = Array("<html><meta charset=\"x-old\"><body><p>".utf8) + [0x81, 0x8D, 0x8F, 0x90]
    #expect(
      try base.add(base.source("b.html", none)).failures == [.encoding(declared: "x-old")])
  }
}
