import Corpus
import Testing

@Suite struct LinkTests {
  private func links(_ text: String) -> [Link] { parse(text).links }

  @Test(arguments: [
    ("[[page]]", Link(kind: .wikilink, target: "page", line: 1)),
    (
      "[[page|shown text]]", Link(kind: .wikilink, target: "page", shownText: "shown text", line: 1)
    ),
    ("[[page#A heading]]", Link(kind: .wikilink, target: "page", fragment: "A heading", line: 1)),
    ("[[page#^block]]", Link(kind: .wikilink, target: "page", fragment: "^block", line: 1)),
    ("[[#heading]]", Link(kind: .wikilink, target: "", fragment: "heading", line: 1)),
    ("![[page]]", Link(kind: .embed, target: "page", line: 1)),
    ("![[a.png|200]]", Link(kind: .embed, target: "a.png", shownText: "200", line: 1)),
    ("[[ folder/a page.md ]]", Link(kind: .wikilink, target: "folder/a page.md", line: 1)),
    ("x\n\ny [[p]]", Link(kind: .wikilink, target: "p", line: 3)),
    ("[text](a.md)", Link(kind: .markdown, target: "a.md", shownText: "text", line: 1)),
    (
      "[text](a.md#part)",
      Link(kind: .markdown, target: "a.md", fragment: "part", shownText: "text", line: 1)
    ),
    ("[t](<a b.md> \"title\")", Link(kind: .markdown, target: "a b.md", shownText: "t", line: 1)),
    ("[t](a%20b.md)", Link(kind: .markdown, target: "a b.md", shownText: "t", line: 1)),
    ("[t](a_(b).md)", Link(kind: .markdown, target: "a_(b).md", shownText: "t", line: 1)),
    ("[t](a\\(b.md)", Link(kind: .markdown, target: "a(b.md", shownText: "t", line: 1)),
    ("![alt](a.png)", Link(kind: .markdown, target: "a.png", shownText: "alt", line: 1)),
    ("[](a.md)", Link(kind: .markdown, target: "a.md", line: 1)),
    ("[t](#part)", Link(kind: .markdown, target: "", fragment: "part", shownText: "t", line: 1)),
    ("[t](100%.md)", Link(kind: .markdown, target: "100%.md", shownText: "t", line: 1)),
    ("[a [b] c](d.md)", Link(kind: .markdown, target: "d.md", shownText: "a [b] c", line: 1)),
    ("[*a* `b`](d.md)", Link(kind: .markdown, target: "d.md", shownText: "a b", line: 1)),
    ("[t]\n\n[t]: a.md", Link(kind: .markdown, target: "a.md", shownText: "t", line: 1)),
    (
      "[t][Ref  X]\n\n[ref x]: <a b.md> 'title'",
      Link(kind: .markdown, target: "a b.md", shownText: "t", line: 1)
    ),
    (
      "[t][]\n\n[t]: a.md\n  \"title\"",
      Link(kind: .markdown, target: "a.md", shownText: "t", line: 1)
    ),
    ("- > [t](a.md)", Link(kind: .markdown, target: "a.md", shownText: "t", line: 1)),
    ("[a\nb](c.md)", Link(kind: .markdown, target: "c.md", shownText: "a b", line: 1)),
    ("# [[page]]", Link(kind: .wikilink, target: "page", line: 1)),
  ])
  func oneLink(text: String, expected: Link) {
    #expect(links(text) == [expected])
  }

  @Test(arguments: [
    "`[[page]]`", "``[t](a.md)``", "```\n[[page]]\n```", "    [[page]]", "\\[[page]]", "[[ ]]",
    "[[a\nb]]", "[[page", "[t](a b.md)", "[t]", "[t](https://example.org)", "<https://example.org>",
    "[m](mailto:a@example.org)", "[t](//host/a)", "https://example.org/[x](y", "[t]()",
    "~~~\n[t](a.md)\n~~~", "<!-- [[page]] -->", "[^1]\n\n[^1]: Note.",
  ])
  func noLink(text: String) {
    #expect(links(text).isEmpty)
  }

  @Test func tables() {
    let table = """
      | Page | Text |
      |------|------|
      | [[one\\|shown]] | [[two]] |
      | [a](three.md) | `[[four]]` |
      """
    let found = links(table)
    #expect(found.map(\.target) == ["one", "two", "three.md"])
    #expect(found.map(\.line) == [3, 3, 4])
    #expect(found.first?.shownText == "shown")
  }

  @Test func linksDoNotHoldLinksButImages() {
    #expect(links("[a [b](c.md) d](e.md)").map(\.target) == ["c.md"])
    #expect(links("[![a](b.png)](c.md)").map(\.target) == ["b.png", "c.md"])
  }

  @Test(arguments: [
    ("Some #tag here.", ["tag"]), ("#a/b-c_d", ["a/b-c_d"]), ("(#tag), #標籤。", ["tag", "標籤"]),
    ("#123 and #1a", ["1a"]), ("# Heading", []), ("`#code`", []), ("https://a.org/#part", []),
    ("a#b", []), ("\\#no", []), ("- #item", ["item"]),
    ("| #a | b |\n|--|--|\n| #c | d |", ["a", "c"]),
    ("```\n#include\n```", []), ("[text](a.md#part)", []), ("#tag.", ["tag"]), ("##two", []),
    ("**#bold**", ["bold"]), ("[[page#part]]", []), ("#a #A", ["a"]), ("# Heading #tag", ["tag"]),
  ])
  func tags(text: String, expected: [String]) {
    #expect(parse(text).document.tags == expected)
  }

  @Test func blockIDs() {
    let parsed = parse("A block. ^one\n\n- An item ^two-2\n\n2^3 is 8 and ^x is none.\n\n`a ^no`\n")
    #expect(parsed.blockIDs == ["one": 1, "two-2": 3])
    #expect(parsed.passages.map(\.plainText).joined(separator: " ").contains("^one") == false)
  }
}
