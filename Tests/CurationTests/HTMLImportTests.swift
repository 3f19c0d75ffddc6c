import Corpus
import Curation
import Foundation
import Testing

/// Pages of the web.
@Suite struct HTMLImportTests {
  @Test func anArticleIsReadWithoutWhatStandsAroundIt() throws {
    let base = try ImportBase()
    let file = try base.addOne(Fixture.path("html/article.html"))
    #expect(file.path == "raw/2024/3.9-how-tides-turn-a-mill.md")
    let document = try base.parsed(file.path).document
    #expect(document.title == "How tides turn a mill")
    #expect(document.author == "Maud Ferris")
    #expect(document.date?.description == "2024-03-09")
    #expect(document.url == "https://estuary.example/2024/03/09/tide-mills/")
    #expect(document.language == "en-GB")
    #expect(document.type == "article")
    for noise in [
      "cookies", "Boats", "Share", "newsletter", "canoes", "First!", "©", "track(", "font", "¶",
    ] {
      #expect(!file.body.contains(noise), "\(noise)")
    }
  }

  @Test func blocksBecomeMarkdown() throws {
    let base = try ImportBase()
    let body = try base.addOne(Fixture.path("html/article.html")).body
    for part in [
      "# How tides turn a mill", "## How much power", "A **tide mill** stores the *flood* behind",
      "The gates & the wheel", "10^5 cubic metres", "`m * g * h`",
      "[note on energy](https://estuary.example/2024/notes/energy.html)",
      "[the table](https://tides.example/a_%28b%29)",
      "```python\ndef energy(volume, head):\n    return volume * 1000 * 9.81 * head  # <joules>\n```",
      "Mills that still turn\n\n| Mill | Pond, ha | Since |\n| --- | --- | --- |\n"
        + "| Carew | 11 | 1541 \\| 1558 |\n| Eling | 20 | 1541 \\| 1558 |",
      "- A pond above the mill,\n- gates that\n  1. open with the flood\n  2. close with the ebb\n"
        + "- and “eel traps”.",
      "> The sea works for nothing,\n> and never on time.\n>\n> — a miller",
      "![A wheel of oak](https://estuary.example/img/wheel.jpg)",
    ] {
      #expect(body.contains(part), "\(part)\n\nin\n\n\(body)")
    }
  }

  @Test func aPageWithoutMarksIsReadByItsDensity() throws {
    let base = try ImportBase()
    let file = try base.addOne(Fixture.path("html/divs.html"))
    #expect(file.path == "raw/2019/11.12-peat-and-how-it-burns.md")
    #expect(file.body.hasPrefix("# Peat and how it burns\n\nPeat is plant matter"))
    #expect(file.body.contains("Cut and dried, it burns slowly.\n\nIts smoke holds phenols"))
    #expect(file.body.hasSuffix("and it rots after all."))
    for noise in ["Home", "Heather", "Imprint"] { #expect(!file.body.contains(noise)) }
  }

  @Test func theEncodingIsTheOneThatThePageNames() throws {
    let base = try ImportBase()
    let file = try base.addOne(Fixture.path("html/windows-1252.html"))
    #expect(file.text.contains("title: Café Müller – a play"))
    #expect(file.body.contains("The café stays dark “until the doors open”"))
    let page = "<html><head><meta charset=\"shift_jis\"><title>t</title></head><body><p>"
    let bytes = Array(page.utf8) + [0x93, 0xFA, 0x96, 0x7B] + Array("</p></body></html>".utf8)
    #expect(try base.addOne(base.source("sjis.html", bytes)).body == "日本")
    let utf16 = try #require(
      "<!DOCTYPE html><html><body><p>Zwölf</p></body></html>".data(using: .utf16LittleEndian))
    #expect(try base.addOne(base.source("wide.html", [0xFF, 0xFE] + utf16)).body == "Zwölf")
  }

  @Test func aPageThatAProgramFillsHasNothingToRead() throws {
    let base = try ImportBase()
    #expect(try base.add(Fixture.path("html/empty.html")).failures == [.noMainText])
  }

  /// What a page says in words is found as these words, whatever they would mean in markdown.
  @Test(arguments: [
    "*not bold* and _not either_", "2 * 3 * 4 = 24", "# no heading", "#tag is one", "1. no list",
    "1986) no list", "- no list", "+ 1", "> no quotation", "--- no rule", "===", "***", "~~~",
    "[no](link)", "[no][link]", "[1] is a number", "[[no wikilink]]", "![no](picture)", "[^1]",
    "[x]: no definition", "snake_case_name and __init__", "`no code`", "a < b > c",
    "<b>no tag</b>", "<!-- no comment -->", "&amp; no entity &#42;", "C:\\no\\escape \\*", "~~no~~",
    "| no | table |", "https://example.org/a_b_c", "!", "$x$", "back`tick", "a*b", "**", "1.5 m",
  ])
  func textStaysText(_ words: String) throws {
    let base = try ImportBase()
    let escaped = words.replacingOccurrences(of: "&", with: "&amp;")
      .replacingOccurrences(of: "<", with: "&lt;")
    let page = "<html><body><p>\(escaped)</p><p>Second.</p></body></html>"
    let file = try base.addOne(base.source("a.html", page))
    let control = try base.addOne(base.source("b.html", "<html><body><p>Second.</p></body></html>"))
    #expect(try base.parsed(control.path).passages.map(\.plainText) == ["Second."])
    let text = try base.parsed(file.path).passages.map(\.plainText).joined(separator: " ")
    // Of an address the parser shows what is readable.
    let expected = words.hasPrefix("https") ? "example.org" : words
    #expect(text.hasSuffix(" Second."))
    #expect(text.contains(expected), "\(file.body)")
  }

  /// Pages that hide their depth from whoever only looks at them.
  @Test(arguments: [
    ("<div>", ""), ("<svg><desc></svg></desc><style>", "<g>"), ("<svg><desc>", "<x-y/>"),
    ("<svg><foreignObject><div></div></foreignObject><style>", "<g>"), ("<!--><p>", "<b>"),
    ("<!-- a --!>", "<b>"), ("<div =\">", "<b>"), ("<script/>x</script>", "<x-y/>"), ("", "<rt>"),
    ("<math><mtext>", "<mi/>"), ("<table><tr><td>", "<table><td>"), ("", "<DIV\ta='>'>"),
    ("<math>", "<annotation-xml/>"), ("", "<div/a/b=c>"),
  ])
  func deepNestingIsRefusedAndNotSuffered(_ start: String, _ part: String) throws {
    let base = try ImportBase()
    let deep = start + String(repeating: part.isEmpty ? start : part, count: 50_000) + "text"
    let outcomes = try base.add(base.source("a.html", "<html><body>" + deep))
    // Where the part stands in a style without an end, nothing is left to read.
    #expect([[.nestedTooDeep(limit: 2_000)], [.noMainText]].contains(outcomes.failures))
  }

  @Test func whatDoesNotNestIsNotRefused() throws {
    let base = try ImportBase()
    let page =
      "<html><body><script>\(String(repeating: "'<div>'", count: 5_000))</script>"
      + "<svg>" + String(repeating: "<path d='M0'/><g>", count: 5_000) + "</svg>"
      + "<!-- \(String(repeating: "<div>", count: 5_000)) -->"
      + String(repeating: "<section>", count: 1_900)
      + "<p title='<script>'>at the bottom</p>" + String(repeating: "<br><p>more", count: 5_000)
      + "<math>" + String(repeating: "<mi>x</mi><mspace width='1em'/>", count: 5_000) + "</math>"
    let body = try base.addOne(base.source("a.html", page)).body
    #expect(body.contains("at the bottom\n"))
    #expect(body.contains("more"))
  }

  @Test func aDrawingAndHiddenPartsAreLeftOut() throws {
    let base = try ImportBase()
    let page = """
      <html><head><base href="https://a.example/x/"></head><body><main>
      <svg><text>drawn</text></svg><p hidden>hidden</p><p style="display: none">none</p>
      <p>Seen<span aria-hidden="true">!</span>, <a href="y.html">linked</a>,
      <a href="javascript:alert(1)">not linked</a>, <a href="#z">nor this</a>,
      <a href="mailto:a@b.example">written to</a>, <img src="data:image/png;base64,AA" alt="a dot">.</p>
      <custom-element><p>Kept.</p></custom-element><h2></h2><ul><li></li></ul><p> </p>
      </main></body></html>
      """
    let file = try base.addOne(base.source("a.html", page))
    #expect(
      file.body == "Seen, [linked](https://a.example/x/y.html), not linked, nor this, "
        + "[written to](mailto:a@b.example), a dot.\n\nKept.")
  }

  @Test func whatASavedPageNotesIsItsAddress() throws {
    let base = try ImportBase()
    let page = """
      <!DOCTYPE html>
      <!-- saved from url=(0042)https://a.example/2021/04/05/slow-bread/ -->
      <html><head><title>Slow bread</title></head><body><p>It rises for a day.</p></body></html>
      """
    let file = try base.addOne(base.source("Slow bread.html", page))
    #expect(file.path == "raw/2021/4.5-slow-bread.md")
    #expect(file.text.contains("url: \"https://a.example/2021/04/05/slow-bread/\""))
  }

  @Test func whatABrowserSavesBesideAPageIsNotAdded() throws {
    let base = try ImportBase()
    try base.source("saved/page.html", "<html><body><p>The page.</p></body></html>")
    try base.source("saved/page_files/frame.html", "<html><body><p>An advert.</p></body></html>")
    try base.source("saved/page_files/logo.png", [0x89, 0x50, 0x4E, 0x47, 0, 0])
    let outcomes = try base.add(base.sources.path + "/saved")
    #expect(outcomes.added.count == 1)
    #expect(outcomes.failures.isEmpty)
  }

  @Test func bracketsDoNotEndTheTextOfALink() throws {
    let base = try ImportBase()
    let page = """
      <html><body><p>See <a href="https://a.example/x">part 1] and [2</a>, \
      <a href="https://a.example/y">a\\]b</a> and <a href="https://a.example/z">[3]</a>.</p></body></html>
      """
    let file = try base.addOne(base.source("a.html", page))
    #expect(
      file.body == #"See [part 1\] and \[2](https://a.example/x), "#
        + #"[a\\\]b](https://a.example/y) and [\[3\]](https://a.example/z)."#)
  }
}
