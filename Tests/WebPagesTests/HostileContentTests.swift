import FootnoteKit
import Testing
import WebPages

/// Documents may come from anywhere: nothing of them may act in the page.
@Suite struct HostileContentTests {
  private static let script = "<script>alert(1)</script>"
  private static let files = [
    "raw/2025/7.6.md": """
    ---
    title: '<img src=x onerror=alert(1)> "quoted" & title'
    type: talk
    url: "javascript:alert(1)"
    date: 2025-07-06
    tags: ['<b>bold</b>', 'a"b', "x' onmouseover='y"]
    ---

    The lighthouse says \(script) and "quotes" & <b onclick=x>signs</b>. [00:00:01 → 00:00:05]

    """,
    // A quotation mark under an accent is one to a browser, and none to who looks at characters.
    "wiki/concepts/accent.md": """
    ---
    title: "lighthouse \\"\u{301} autofocus onfocus=alert(1) x=\\"\u{301}"
    type: concept
    sources: ['2025/7.6.md', '<i>nowhere</i>', 'javascript:alert(2)']
    ---

    # Lighthouse \u{202E}drawkcab

    A lighthouse with <\u{338}script> and \u{202E}turned\u{202C} text.

    """,
    "raw/<script>alert(3)<.md": "The lighthouse in an odd file.\n",
    "raw/100%/?a=b&c#d.md": "The lighthouse in another odd file.\n",
  ]

  private let sample: SampleSite

  init() throws {
    sample = try SampleSite(Self.files)
  }

  private func pages() throws -> [String] {
    [
      try sample.text("/", ["q": "lighthouse"]),
      try sample.text("/", ["q": "\"><script>alert(4)</script>", "layer": "raw"]),
      try sample.text("/", ["q": "lighthouse", "tag": "\"><script>alert(5)</script>"]),
      try sample.text("/", ["q": "lighthouse", "type": "\"\u{301} onfocus=alert(1)"]),
      try sample.text("/", ["q": "lighthouse", "after": "\"><script>"]),
      try sample.text("/fragment/search", ["q": "lighthouse"]), try sample.text("/"),
      try sample.text("/sources"), try sample.text("/sources", ["concept": "lighthouse"]),
      try sample.text("/sources", ["concept": "wiki/concepts/accent.md"]),
      try sample.text("/sources", ["concept": "<script>alert(6)</script> lighthouse"]),
      try sample.text("/graph", ["find": "\"><script>", "focus": "\" onfocus=\"alert(7)"]),
      try sample.text("/coverage"), try sample.text("/doc/%3Cscript%3Ealert(8)%3C%2Fscript%3E"),
      try sample.text("/doc/raw/%22%3E%3Cscript%3Ealert(9).md"),
    ]
  }

  @Test func nothingActs() throws {
    for page in try pages() {
      let markup = Markup(page)
      // Only our own modules are loaded, and no element is of a document's making.
      let scripts = markup.matches("(<script[^>]*>)")
      #expect(scripts.allSatisfy { $0.hasPrefix("<script type=\"module\" src=\"/assets/") })
      #expect(markup.matches("<(img|iframe|object|embed|b onclick|i>)") == [])
      #expect(markup.matches("<[a-z]+[^>\"]*(?:\"[^\"]*\"[^>\"]*)*\\s(on[a-z]+)=") == [])
      #expect(markup.attribute("href").allSatisfy { $0.hasPrefix("/") || $0.hasPrefix("#") })
      #expect(!page.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
      #expect(markup.repeatedIDs == [])
    }
  }

  @Test func whatLooksLikeMarkupIsShown() throws {
    let text = try sample.text("/", ["q": "lighthouse"])
    #expect(text.contains("&lt;img src=x onerror=alert(1)&gt; &quot;quoted&quot; &amp; title"))
    #expect(text.contains("&quot;\u{301} autofocus"))
  }

  @Test func pathsAreEncodedInAddresses() throws {
    let text = try sample.text("/", ["q": "lighthouse"])
    #expect(text.contains("/doc/raw/100%25/%3Fa%3Db%26c%23d.md?lines=1&amp;q=lighthouse#L1"))
    let answer = try sample.get("/doc/raw/100%25/%3Fa%3Db%26c%23d.md")
    #expect(answer.status == 200)
  }

  @Test func noAddressOfADocumentIsOpenedButHTTP() throws {
    let text = try sample.text("/", ["q": "lighthouse"])
    #expect(!text.contains("Recording at"))
    #expect(!text.contains("href=\"javascript"))
  }
}
