import Testing
import WebPages

@Suite struct AssetTests {
  @Test func haveTypeAndTag() throws {
    let style = try #require(WebSite.asset(named: "footnote.css"))
    #expect(style.contentType == "text/css; charset=utf-8")
    #expect(style.bytes.count > 1000)
    let script = try #require(WebSite.asset(named: "graph.js"))
    #expect(style.etag != script.etag)
    #expect(style.etag.hasPrefix("\"") && style.etag.hasSuffix("\"") && style.etag.count == 34)
  }

  @Test(arguments: ["", "nothing.js", "../footnote.css", "/footnote.css", "footnote.css/"])
  func othersAreNotServed(name: String) {
    #expect(WebSite.asset(named: name) == nil)
  }
}
