import Testing
import WebPages

/// What contexts become, and what opens a section of the library that renders templates.
@Suite struct TemplateTests {
  private struct Inner: Sendable {
    var textHtml: String
    var missing: String?
    var count: Int
  }

  private struct Outer: Sendable {
    var isSet: Bool
    var inner: Inner?
    var items: [Inner]
    var at: Double
  }

  @Test func structsBecomeDictionaries() throws {
    let outer = Outer(
      isSet: true, inner: nil, items: [Inner(textHtml: "<b>", missing: nil, count: 0)], at: 1.5)
    let tree = try #require(ContextTree.value(of: outer) as? [String: Any])
    #expect(Set(tree.keys) == ["is_set", "items", "at"])
    #expect(tree["is_set"] as? Bool == true)
    let items = try #require(tree["items"] as? [Any])
    let inner = try #require(items.first as? [String: Any])
    #expect(Set(inner.keys) == ["text_html", "count"])
  }

  @Test(arguments: [
    ("a\"b", "a&quot;b"), ("'<>&", "&#39;&lt;&gt;&amp;"), ("\"\u{301}", "&quot;\u{301}"),
    ("<\u{338}", "&lt;\u{338}"), ("&\u{200D}", "&amp;\u{200D}"), ("'\u{FE0F}", "&#39;\u{FE0F}"),
    ("häß 漢 🦠", "häß 漢 🦠"), ("", ""),
  ])
  func everyScalarIsEscaped(text: String, expected: String) throws {
    #expect(EscapedHTML.escaped(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
    // The same within the templates, and within those that they include.
    let page = try PageTemplates().text(
      "error",
      [
        "page": ["title": text, "query": text, "colophon": ["text": text] as [String: Any]]
          as [String: Any],
        "error": ["status": "404", "message": text] as [String: Any],
      ] as [String: Any])
    let parts = page.utf8
    for whole in ["<title>\(expected)</title>", "value=\"\(expected)\"", "<h1>\(expected)</h1>"] {
      #expect(String(decoding: parts, as: UTF8.self).utf8.contains(whole.utf8))
    }
  }

  @Test func whatIsMissingOpensNoSection() throws {
    let templates = try PageTemplates()
    let error = ["status": "404", "message": "Gone"] as [String: Any]
    let bare = templates.text("error", ["error": error] as [String: Any])
    #expect(!bare.contains("class=\"lead\""))
    #expect(!bare.contains("Near to it"))
    #expect(!bare.contains("Meaning by"))
    let list = ["items": [["href": "/doc/a.md", "text": "a.md"]] as [Any]] as [String: Any]
    let full = templates.text(
      "error", ["error": error.merging(["suggestions": list]) { $1 }] as [String: Any])
    #expect(full.contains("<li><a href=\"/doc/a.md\">a.md</a></li>"))
  }
}

extension String.UTF8View {
  /// Whether these bytes stand anywhere in it; unlike a search in text, which goes by characters.
  fileprivate func contains(_ other: String.UTF8View) -> Bool {
    let (all, part) = (Array(self), Array(other))
    guard part.count <= all.count else { return false }
    return (0...(all.count - part.count)).contains { start in
      all[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
