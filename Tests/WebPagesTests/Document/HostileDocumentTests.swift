import Foundation
import Testing
import WebPages

/// What a document must not be able to do to a page.
@Suite struct HostileDocumentTests {
  static let inputs: [String] = [
    // HTML
    "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "text <script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "a <img src=x onerror=alert(1)> b", "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>", "<iframe src=\"javascript:alert(1)\"></iframe>",
    "<body onload=alert(1)>", "<style>*{display:none}</style>", "<p style=\"position:fixed\">x</p>",
    "<a href=\"javascript:alert(1)\">x</a>", "<a onclick=alert(1)>x</a>",
    "<form action=//evil><input name=q></form>",
    "<base href=\"//evil.example/\">", "<meta http-equiv=refresh content=\"0;url=//evil\">",
    "<link rel=stylesheet href=//evil>", "<object data=x></object>", "<embed src=x>",
    "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
    "<!-- --><script>alert(1)</script>", "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo '<script>alert(1)</script>' ?>", "<!DOCTYPE x [<!ENTITY y \"<script>\">]>",
    "</div></article><script>alert(1)</script>", "</p></div><h1 id=\"q\">x</h1>",
    "<details open ontoggle=alert(1)>x</details>",
    "<textarea><script>alert(1)</script>", "<title></title><script>alert(1)</script>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<x<script>alert(1)</script>", "<<script>alert(1)//<</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;",
    // Addresses
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java\tscript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](&#106;avascript:alert(1))", "[x](&#x6A;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](java&Tab;script:alert(1))", "[x](java&NewLine;script:alert(1))",
    "[x](%6Aavascript:alert(1))",
    "[x](javascript%3Aalert(1))", "[x](\u{1}javascript:alert(1))", "[x](< javascript:alert(1)>)",
    "[x](\u{A0}javascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)", "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "[x](file:///etc/passwd)", "[x](blob:x)", "[x](//evil.example)", "[x](\\\\evil.example)",
    "[x](view-source:javascript:1)",
    "![x](javascript:alert(1))", "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    "![x](https://evil.example/pixel.png)",
    "<javascript:alert(1)>", "<data:text/html,x>", "[x]: javascript:alert(1)\n\n[x]",
    "[x][y]\n\n[y]: <javascript:alert(1)>",
    "[![x](javascript:1)](javascript:2)", "[a [b](javascript:1)](javascript:2)",
    "[x](feed:javascript:alert(1))",
    "javascript:alert(1) https://a.b/\"onmouseover=alert(1) www.x.y/'><script>",
    // Attributes
    "[x](https://a.b \"t\\\" onmouseover=alert(1) x=\\\"\")",
    "[x](https://a.b 'a\"><script>alert(1)</script>')",
    "[x](https://a.b/\"onmouseover=\"alert(1))", "[x](<https://a.b/\"><script>alert(1)</script>>)",
    "![\" onerror=alert(1) x=\"](https://a.b/c.png)", "![x](https://a.b \"\\\"><script>\")",
    "[x](https://a.b/'onclick='x)",
    "```js\" onclick=\"alert(1)\nx\n```", "```\"><script>alert(1)</script>\nx\n```",
    "~~~ <script>\n</code></pre><script>alert(1)</script>\n~~~",
    "`</code><script>alert(1)</script>`", "    </pre><script>alert(1)</script>",
    "# <script>alert(1)</script>\n\n## \" onclick=x\n\n## \"><svg onload=1>\n\n## h",
    "| <script>x</script> | \" |\n|:-:|--\\|\n| `|` | <img src=x onerror=1> |",
    "|a|\n|:\"onclick=1|",
    "[^\"><script>]: x\n\n[^\"><script>]", "a[^<b>]\n\n[^<b>]: <script>alert(1)</script>",
    "a[^1]\n\n[^1]: [x](javascript:1)\n[^2]: <svg onload=1>",
    "[[<script>alert(1)</script>]]", "[[a|<img src=x onerror=alert(1)>]]",
    "[[a#\"><script>alert(1)</script>]]",
    "[[javascript:alert(1)]]", "[[javascript:alert(1)|x]]", "![[javascript:alert(1)]]",
    "![[x.png|\" onerror=1]]", "[[a#^\" onclick=1]]",
    "[[../../../../etc/passwd]]", "[x](../../../../etc/passwd)", "[x](/etc/passwd)",
    "[x](a.md#\"><script>)", "[x](a.md#L1\"onclick=1)",
    "> [!\"><script>alert(1)</script>] title", "> [!note\" onclick=x]",
    "- [x] <script>1</script>\n- [ ] \" onclick=1",
    "#tag\" #a<script> #javascript:alert(1) #x&y", "text ^block\" onclick=1",
    "text ^a-b\n\ntext ^a-b", "==<script>==  ~~<svg onload=1>~~",
    // Front matter
    "---\ntitle: \"<script>alert(1)</script>\"\ntags: ['<img src=x onerror=1>', 'a\"b']\nurl: \"javascript:alert(1)\"\n---\ntext [00:01 → 00:05]\n",
    "---\ntitle: x\nurl: 'https://a.b/\"onclick=\"alert(1)'\nlanguage: 'en\" onclick=\"alert(1)'\nauthor: <b onclick=1>x\nchannel: '</dd><script>'\ntype: '<script>'\naliases: ['<svg onload=1>']\nsources: ['<script>', 'javascript:alert(1)']\n---\ntext [00:00:01 → 00:00:05]\n",
    "---\ntitle: [broken\n<script>alert(1)</script>\n---\n# <img src=x onerror=1>\n",
    "---\nurl: \"data:text/html,x\"\ntype: transcript\n---\n[00:01] a <script>1</script>\n",
    // Signs
    signs([0xFDD0, 0x30, 0xFDD1]) + " [[a]] " + signs([0xFDD2, 0xA0]) + "# x " + signs([0xFDD0]),
    signs([0xFFFE, 0x1FFFF, 0xFDEF]), "a\u{202E}b\u{2028}c\u{FEFF}d",
    "\u{0}\u{8}\u{1B}[31m\u{7F}\u{85}\u{9B}",
    "&#0; &#x110000; &#xD800; &#8; &#x80; &#xFDD0; &#xFFFE;", "\\<script>alert(1)\\</script>",
    "\\[x](javascript:1)", "*a **b* c** _d *e_ f* ~~g *h~~ i* ==j ~~k== l~~",
  ]

  private static func signs(_ values: [UInt32]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: values.compactMap(Unicode.Scalar.init))
    return String(text)
  }

  @Test func pagesHaveNoMarkupOfDocuments() throws {
    #expect(Self.inputs.count >= 60)
    let files = Dictionary(
      uniqueKeysWithValues: Self.inputs.enumerated().map { ("raw/\($0.offset).md", $0.element) })
    let base = try DocumentBase(files)
    for (number, input) in Self.inputs.enumerated() {
      for query in ["", "?lines=1", "?q=%22%3E%3Cscript%3E&lines=1-3&hash=00000000", "?from=2"] {
        let prose = try base.prose("raw/\(number).md" + query)
        let check = HTMLCheck(prose)
        #expect(check.problems == [], "\(input) became \(prose)")
        try whole(try base.page("doc/raw/\(number).md" + query), input)
      }
      let passage = try base.page("fragment/passage?path=raw%2F\(number).md&lines=1")
      try whole(passage, input)
    }
  }

  /// No script but those of the page, no handler, no address of another kind, whatever part of the page it is in.
  private func whole(_ page: String, _ input: String) throws {
    let tags = page.matches(of: /<[a-zA-Z][^>]*>/).map { String($0.output) }
    for tag in tags {
      let isScript =
        tag.lowercased().hasPrefix("<script")
        && tag != #"<script type="module" src="/assets/footnote.js">"#
      #expect(!isScript, "\(input) became \(tag)")
      let attributes = tag.replacing(/"[^"]*"/, with: "")
      #expect(
        attributes.firstMatch(of: /(?i)[\s"'\/]on[a-z]+\s*=/) == nil, "\(input) became \(tag)")
      #expect(!attributes.contains("style="), "\(input) became \(tag)")
      if let address = tag.firstMatch(of: /(?:href|src)="([^"]*)"/)?.1 {
        #expect(
          address.firstMatch(of: /^(?:[\/#]|https?:|mailto:)/) != nil && !address.hasPrefix("//"),
          "\(input) became \(tag)")
      }
    }
  }
}
