import Foundation
import Testing
import WebPages

/// The rules of the contract between templates and server for the text of a document.
@Suite struct DocumentRuleTests {
  // MARK: Lines

  @Test func blocksHaveTheirLines() throws {
    let prose = try DocumentBase.prose(
      of: "---\ntitle: T\n---\n\nOne\ntwo.\n\n- a\n- b\n\n> q\n\n***\n\n```\ncode\n```\n")
    #expect(
      prose == """
        <p id="L5" data-lines="5–6">One
        two.</p>
        <ul id="L8" data-lines="8–9">
        <li data-lines="8">a</li>
        <li id="L9" data-lines="9">b</li>
        </ul>
        <blockquote id="L11" data-lines="11">
        <p data-lines="11">q</p>
        </blockquote>
        <hr id="L13" data-lines="13">
        <pre tabindex="0" id="L15" data-lines="15–17"><code>code
        </code></pre>

        """)
  }

  @Test func headingsHaveNames() throws {
    let prose = try DocumentBase.prose(
      of:
        "# Title\n\n# Another *one*\n\n## Why ghosts?\n\n## Why ghosts?\n\n###### 检索 & Größe\n\n## ***\n"
    )
    #expect(!prose.contains("Title"))
    #expect(prose.contains("<h2 id=\"h-another-one\" data-lines=\"3\">Another <em>one</em></h2>"))
    #expect(prose.contains("<h2 id=\"h-why-ghosts\" data-lines=\"5\">"))
    #expect(prose.contains("<h2 id=\"h-why-ghosts-2\" data-lines=\"7\">"))
    #expect(prose.contains("<h6 id=\"h-检索-größe\" data-lines=\"9\">检索 &amp; Größe</h6>"))
    #expect(HTMLCheck(prose).problems == [])
  }

  @Test func anotherTitleStays() throws {
    let prose = try DocumentBase.prose(of: "---\ntitle: Ghosts\n---\n# Animals\n\n# Ghosts\n")
    #expect(prose.contains(">Animals</h2>") && prose.contains(">Ghosts</h2>"))
  }

  // MARK: Cited lines

  private static let cited = """
    # Title

    First
    paragraph.

    - one
    - two
      - two a

      two again
    - three

    | a | b |
    |---|---|
    | c | d |

    ## Heading

    ```
    code
    more
    ```

    > quoted

    [x]: y.md
    """

  @Test(arguments: [
    ("3", "<p id=\"L3\" data-lines=\"3–4\" class=\"cited\">First"),
    (
      "4",
      "<p id=\"L3\" data-lines=\"3–4\" class=\"cited\"><a class=\"line-anchor\" id=\"L4\"></a>First"
    ),
    ("6", "<li data-lines=\"6\" class=\"cited\">"),
    ("7", "<li id=\"L7\" data-lines=\"7–10\">\n<p data-lines=\"7\" class=\"cited\">two</p>"),
    ("8", "<li data-lines=\"8\" class=\"cited\">"),
    ("10", "<p id=\"L10\" data-lines=\"10\" class=\"cited\">two again</p>"),
    ("13", "<tr data-lines=\"13\" class=\"cited\">"),
    ("14", "aria-label=\"Table\"><a class=\"line-anchor\" id=\"L14\"></a><table id=\"L13\""),
    ("15", "<tr id=\"L15\" data-lines=\"15\" class=\"cited\">"),
    (
      "17", "data-lines=\"17\" class=\"cited\"><a class=\"line-anchor\" id=\"L17\"></a>Heading</h2>"
    ),
    ("21", "class=\"cited\"><code>code\n<a class=\"line-anchor\" id=\"L21\"></a>more"),
    ("24", "<p data-lines=\"24\" class=\"cited\">quoted</p>"),
    ("1", "<a class=\"line-anchor\" id=\"L1\"></a><p id=\"L3\""),
    ("5", "</p>\n<a class=\"line-anchor\" id=\"L5\"></a><ul"),
    ("26", "<a class=\"line-anchor\" id=\"L26\"></a>"),
  ])
  func citedLinesAreMarkedAndHaveAPlace(lines: String, expected: String) throws {
    let prose = try DocumentBase.prose(of: Self.cited, query: "?lines=\(lines)")
    #expect(prose.contains(expected), "\(prose)")
    let check = HTMLCheck(prose)
    #expect(check.problems == [])
    #expect(check.ids.contains("L\(lines)"))
    #expect(
      prose.matches(of: /[" ]cited"/).count == (["1", "5", "14", "26"].contains(lines) ? 0 : 1))
  }

  @Test func theBarSaysWhatIsCited() throws {
    let base = try DocumentBase(["a.md": "One.\n\nTwo.\n"])
    let page = try base.page("doc/a.md?lines=1-3&q=why+ghosts")
    #expect(page.contains(">Cited lines 1–3</a>"))
    #expect(page.contains("data-copy=\"a.md:1-3\""))
    #expect(page.contains("<a href=\"/?q=why+ghosts\">Back to “why ghosts”</a>"))
    #expect(page.contains("value=\"why ghosts\""))
  }

  // MARK: Links

  @Test func linksLeadWhereTheGraphLeads() throws {
    let base = try DocumentBase([
      "wiki/a.md": """
      [[b]] [[B page|shown *text*]] [[b#Some heading]] [[b#^name]] ![[b]] [[#Here]] [[gone]] [[gone|x]]

      [two](../raw/2025/7.6.md#L3) [three](../raw/2025/7.6.md#L3-L5) [four](b.md) [five](b.md#some-heading)
      [six](missing.md) [seven](/raw/2025/7.6.md) [eight](#here) [nine][ref] [ref]

      | a | b |
      |---|---|
      | [[b\\|cell]] | [c](../raw/2025/7.6.md#L9) |

      https://example.org/a_b(c), www.example.org. <https://example.org/?a=1&b=2> <me@example.org> ftp://x.y

      [ref]: ../raw/2025/7.6.md#L7 "Title"
      """,
      "wiki/b.md": "---\ntitle: B page\n---\n## Some heading\n\nText ^name\n",
      "raw/2025/7.6.md": "One.\n\nThree.\n\nFive.\n\nSeven.\n",
    ])
    let prose = try base.prose("wiki/a.md")
    #expect(HTMLCheck(prose).problems == [])
    let b = "<a href=\"/doc/wiki/b.md"
    let raw = "href=\"/doc/raw/2025/7.6.md"
    for expected in [
      "\(b)\">b</a> \(b)\">shown text</a> \(b)#h-some-heading\">b &gt; Some heading</a>",
      "\(b)#b-name\">", "<a href=\"#h-here\">Here</a>", "<span class=\"missing\">gone</span>",
      "<a class=\"cite\" \(raw)?lines=3#L3\">two</a>",
      "<a class=\"cite\" \(raw)?lines=3-5#L3\">three</a>",
      "\(b)\">four</a> \(b)#h-some-heading\">five</a>", "<span class=\"missing\">six</span>",
      "<a \(raw)\">seven</a>", "<a href=\"#h-here\">eight</a>",
      "<a class=\"cite\" \(raw)?lines=7#L7\">nine</a>", "\(b)\">cell</a>",
      "<a class=\"cite\" \(raw)?lines=9#L9\">c</a>",
      "<a href=\"https://example.org/a_b(c)\" rel=\"external noreferrer\">https://example.org/a_b(c)</a>,",
      "<a href=\"http://www.example.org\" rel=\"external noreferrer\">www.example.org</a>.",
      "<a href=\"https://example.org/?a=1&amp;b=2\" rel", "<a href=\"mailto:me@example.org\" rel",
    ] {
      #expect(prose.contains(expected), "\(expected) in\n\(prose)")
    }
    let other = try base.prose("wiki/b.md")
    #expect(
      other.contains("id=\"h-some-heading\"")
        && other.contains("<a class=\"line-anchor\" id=\"b-name\"></a>"))
  }

  @Test func picturesAreLinks() throws {
    let prose = try DocumentBase.prose(
      of:
        "![A *cat*](https://a.b/c.png) ![](https://a.b/d.png) ![local](x.png) [![badge](https://a.b/e.svg)](https://a.b)"
    )
    #expect(prose.contains("rel=\"external noreferrer\">A <em>cat</em></a>"))
    #expect(prose.contains("rel=\"external noreferrer\">Image</a>"))
    #expect(prose.contains("<span class=\"missing\">local</span>"))
    #expect(prose.contains("<a href=\"https://a.b\" rel=\"external noreferrer\">badge</a>"))
    #expect(!prose.contains("<img"))
  }

  // MARK: Markup

  @Test(arguments: [
    (
      "a **b** *c* `d<` ~~e~~ ==f== \\*g\\*",
      "a <strong>b</strong> <em>c</em> <code>d&lt;</code> <del>e</del> <mark>f</mark> *g*"
    ),
    ("**a ~~b~~** ~~c **d**~~", "<strong>a <del>b</del></strong> <del>c <strong>d</strong></del>"),
    ("~~a **b~~ c**", "~~a <strong>b~~ c</strong>"), ("a ==b", "a ==b"),
    (
      "*\"a\"* **[[x]]**",
      "<em>&quot;a&quot;</em> <strong><span class=\"missing\">x</span></strong>"
    ),
    ("one\ntwo  \nthree\\\nfour", "one\ntwo<br>\nthree<br>\nfour"),
    ("H<sub>2</sub>O a<br/>b <T> <!-- c -->d", "H2O a<br>b &lt;T&gt; d"),
    ("**Label:** text\n* not a list", "<strong>Label:</strong> text"),
    ("&copy; &amp;lt; &lt;", "© &amp;lt; &lt;"),
    ("\"quoted\" 'x'", "&quot;quoted&quot; &#39;x&#39;"),
    ("#tag text", "<a href=\"/?q=tag%3Atag\">#tag</a> text"),
    ("***a** b*", "<em><strong>a</strong> b</em>"), ("a_b_c __d__", "a_b_c <strong>d</strong>"),
    ("`` a`b `` `[[x]]`", "<code>a`b</code> <code>[[x]]</code>"),
  ])
  func inlineMarkupIsCommonMark(markdown: String, expected: String) throws {
    let prose = try DocumentBase.prose(of: markdown)
    #expect(
      prose.contains(">\(expected)</p>")
        || prose.hasPrefix("<p id=\"L1\" data-lines=\"1\">\(expected)"), "\(prose)")
  }

  @Test func tablesScroll() throws {
    let prose = try DocumentBase.prose(of: "| a | b |\n|:-:|--:|\n| `x\\|y` | **z** |\n| one |\n")
    #expect(
      prose.contains(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table id=\"L1\" data-lines=\"1–4\">"
      ))
    #expect(
      prose.contains("<th align=\"center\">a</th>")
        && prose.contains("<td align=\"center\"><code>x|y</code></td>"))
    #expect(prose.contains("<td align=\"right\"><strong>z</strong></td>"))
  }

  @Test func codeKeepsItsIndentation() throws {
    let prose = try DocumentBase.prose(
      of:
        "- item\n\n  ```swift\n  if a {\n    b\n  }\n  ```\n\n> ~~~\n> x\n>   y\n> ~~~\n\n    four\n      six\n"
    )
    #expect(prose.contains("<code>if a {\n  b\n}\n</code>"))
    #expect(prose.contains("<code>x\n  y\n</code>"))
    #expect(prose.contains("<code>four\n  six\n</code>"))
  }

  @Test func tasksCalloutsAndNumbers() throws {
    let prose = try DocumentBase.prose(
      of:
        "- [x] done\n- [ ] open\n\n> [!warning] Look out\n> text\n\n> [!note]-\n> more\n\n7. seven\n8. eight\n"
    )
    #expect(prose.contains("<ul class=\"task-list\""))
    #expect(prose.contains("<input type=\"checkbox\" disabled checked aria-label=\"Done\"> done"))
    #expect(prose.contains("<blockquote class=\"callout\""))
    #expect(
      prose.contains(
        "<p class=\"callout-title\" data-lines=\"4\">Look out</p>\n<p id=\"L5\" data-lines=\"5\">text</p>"
      ) || prose.contains(">Look out</p>"), "\(prose)")
    #expect(prose.contains(">Note</p>"))
    #expect(prose.contains("<ol start=\"7\""))
    #expect(HTMLCheck(prose).problems == [])
  }

  @Test func footnotesAreNumberedAsTheTextHasThem() throws {
    let prose = try DocumentBase.prose(
      of: "A[^b] b[^a] c[^b] d[^none].\n\n[^a]: First.\n[^b]: Second, see [^a].\n[^c]: Unused.\n",
      query: "?lines=4")
    #expect(
      prose.contains("<sup><a id=\"fnref-1\" href=\"#fn-1\" aria-label=\"Footnote 1\">1</a></sup>"))
    #expect(prose.contains("d[^none]."))
    #expect(
      prose.contains(
        "<li id=\"fn-1\" data-lines=\"4\" class=\"cited\"><a class=\"line-anchor\" id=\"L4\"></a>Second"
      ))
    #expect(prose.contains("<a href=\"#fnref-1-2\" aria-label=\"Back to the text\">↩</a>"))
    #expect(prose.contains("Unused."))
    #expect(HTMLCheck(prose).problems == [])
  }

  @Test func timesLeadToTheRecording() throws {
    let base = try DocumentBase([
      "raw/talk.md":
        "---\nurl: https://www.youtube.com/watch?v=x\ntitle: Talk\n---\n\nHe says *this*. [00:14:37 → 00:15:01]\n\nAnd that. [00:15:01 → 00:15:09]\n",
      "raw/lines.md": "---\ntype: transcript\n---\n[00:01] one\n[00:05] two\n",
    ])
    let prose = try base.prose("raw/talk.md?lines=6")
    #expect(
      prose.contains(
        "class=\"cited\"><a class=\"timestamp\" href=\"https://www.youtube.com/watch?v=x&amp;t=877s\" rel=\"external noreferrer\"><span class=\"visually-hidden\">Recording at </span>14:37</a> He says <em>this</em>.</p>"
      ),
      "\(prose)")
    #expect(!prose.contains("→"))
    let page = try base.page("doc/raw/talk.md?lines=6")
    #expect(
      page.contains("class=\"prose transcript\"") && page.contains("Recording at 14:37</a></p>"))
    let lines = try base.prose("raw/lines.md")
    #expect(
      lines.contains(
        "<span class=\"timestamp\">0:01</span> one\n<span class=\"timestamp\">0:05</span> two"))
  }

  @Test func contentsHaveTwoLevels() throws {
    let base = try DocumentBase([
      "a.md": "# T\n\n## One\n\n### Two\n\n#### Three\n\n> ## Quoted\n", "b.md": "## Only\n",
    ])
    let page = try base.page("doc/a.md")
    #expect(
      page.contains(
        "<li class=\"level-2\"><a href=\"#h-one\">One</a></li>\n<li class=\"level-3\"><a href=\"#h-two\">Two</a></li>\n</ol>"
      ))
    #expect(!(try base.page("doc/b.md")).contains("<summary>Contents</summary>"))
  }
}
