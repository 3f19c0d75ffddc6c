import Foundation
import Testing
import WebPages

@Suite struct AddressTests {
  private let sample: SampleSite

  init() throws {
    sample = try SampleSite()
    try Data("secret".utf8).write(to: sample.folder.appendingPathComponent("secret.md"))
    try sample.write("not indexed", to: "elsewhere.txt")
    try FileManager.default.createSymbolicLink(
      at: sample.folder.appendingPathComponent("base/raw/link.md"),
      withDestinationURL: sample.folder.appendingPathComponent("secret.md"))
  }

  @Test(arguments: [
    "/nothing", "/help/", "/help/more", "//", "//help", "/Help", "", "help", "/fragment",
    "/fragment/",
    "/fragment/search/x", "/doc", "/doc/", "/doc//", "/assets/footnote.css", "/sources/",
    "/index.html",
    "/doc/../secret.md", "/doc/raw/../../secret.md", "/doc/%2e%2e/secret.md", "/doc/..%2fsecret.md",
    "/doc/raw%2F2025%2F7.6.md", "/doc/raw/%00", "/doc/raw/2025/7.6.md%00", "/doc/%ff%fe",
    "/doc/%c0%ae",
    "/doc/elsewhere.txt", "/doc/raw/link.md", "/doc/raw", "/doc/raw/", "/doc//etc/passwd",
    "/doc/etc/passwd", "/doc/./raw/2025/7.6.md", "/doc/raw/2025/7.6.md/", "/doc/RAW/2025/7.6.md",
    "/doc/Index/footnote.sqlite", "/doc/.footnote/footnote.sqlite", "/doc/raw\\2025\\7.6.md",
  ])
  func leadNowhere(path: String) throws {
    let answer = try sample.get(path)
    #expect(answer.status == 404)
    #expect(!answer.text.contains("secret\n"))
  }

  @Test(arguments: ["/doc/%", "/doc/%z1", "/doc/raw/%2", "/%%", "/doc/%+1"])
  func cannotBeRead(path: String) throws {
    #expect(try sample.get(path).status == 400)
  }

  @Test func whatMayBeMeantIsNamed() throws {
    let text = try sample.text("/doc/wiki/bacterial-code.md")
    #expect(text.contains("<a href=\"/doc/wiki/concepts/bacterial-code.md\">"))
  }

  @Test func theQuestionOutlivesAnError() throws {
    #expect(try sample.text("/nothing", ["q": "ghosts & co"]).contains("value=\"ghosts &amp; co\""))
  }
}
