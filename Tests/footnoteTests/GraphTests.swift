import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// `footnote graph` as a user runs it.
struct GraphTests {
  private static let nasty = "Say \"<b>&amp;\\N\" ]]> </script>"

  /// Runs the tool in a base that stays until it has ended.
  private func run(_ arguments: String...) throws -> Tool.Result {
    let base = try base()
    defer { withExtendedLifetime(base) {} }
    return try base.tool.run(arguments)
  }

  private func base() throws -> SampleBase {
    let base = try SampleBase()
    try base.folder.write(
      "wiki/concepts/nasty.md",
      """
      ---
      title: 'Say "<b>&amp;\\N" ]]> </script>'
      type: con"cept<
      url: javascript:alert(1)
      ---

      <script>alert("x")</script> It's \u{1B}[31m a & b, see [[ghosts]] and [[not there]] \
      ([line](../../raw/2025/7.6.md#L3)).

      """)
    return base
  }

  @Test func textSaysWhatItIsLike() throws {
    let result = try run("graph")
    #expect(result.status == 0)
    for part in [
      "documents     6: ", "source 2", "citation 1", "most linked", "orphans: ",
      "wiki/concepts/nasty.md", "(--missing",
    ] {
      #expect(result.output.contains(part), "\(part): \(result.output)")
    }
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func graphMLIsXML() throws {
    let result = try run("graph", "--format", "graphml", "--missing")
    let reader = GraphMLReader()
    let parser = XMLParser(data: Data(result.output.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.titles.contains(Self.nasty))
    #expect(reader.nodes.count == reader.titles.count && reader.nodes.count == 8)
    #expect(reader.ends.allSatisfy(reader.nodes.contains))
    #expect(reader.ends.count == 2 * 7)
    // Every value has a key that is declared.
    #expect(reader.used.isSubset(of: reader.declared) && reader.used.contains("lines"))
  }

  @Test func dotIsReadByGraphviz() throws {
    let base = try base()
    let result = try base.tool.run("graph", "--format", "dot", "--missing")
    #expect(result.output.hasPrefix("digraph footnote {\n") && result.output.hasSuffix("}\n"))
    #expect(result.output.contains(#"label="Say \"<b>&amp;amp;\\N\" ]]> </script>""#))
    guard try base.tool.shell("command -v dot").status == 0 else {
      print("skipped: there is no dot of Graphviz")
      return
    }
    try base.folder.write("graph.dot", result.output)
    let drawn = try base.tool.shell("dot -Tplain graph.dot")
    #expect(drawn.status == 0 && drawn.errors.isEmpty, "\(drawn.errors)")
    #expect(drawn.output.split(separator: "\n").filter { $0.hasPrefix("node ") }.count == 8)
  }

  @Test func aroundAndFilters() throws {
    let base = try base()
    let near = try base.tool.run("graph", "--around", "Ghosts", "--format", "json").object
    let paths = (near["nodes"] as? [[String: Any]] ?? []).compactMap { $0["path"] as? String }
    #expect(
      paths == [
        "raw/2025/10.1.md", "wiki/concepts/bacterial-code.md", "wiki/concepts/ghosts.md",
        "wiki/concepts/nasty.md",
      ])
    var tool = base.tool
    tool.folder = base.folder.url.appendingPathComponent("wiki/concepts")
    let here = try tool.run("graph", "--around", "ghosts.md", "--depth", "0", "--format", "json")
    #expect((here.object["nodes"] as? [Any])?.count == 1)
    let none = try base.tool.run("graph", "--around", "no such page")
    #expect(none.status == 1 && none.output.isEmpty && none.errors.contains("no page no such page"))
    let empty = try base.tool.run("graph", "--type", "nonsense")
    #expect(empty.status == 1 && empty.output.isEmpty)
  }

  @Test(arguments: [
    ["--layer", "cellar"], ["--depth", "1"], ["--around", "ghosts", "--depth", "-1"],
    ["--format", "png"], ["--out", ""], ["--out", "raw/2025/7.6.md"], ["--out", "wiki/new.MD"],
    ["--out", "no/such/folder/graph.html"],
  ])
  func refusals(_ arguments: [String]) throws {
    let base = try base()
    let before = try base.folder.read("raw/2025/7.6.md")
    let result = try base.tool.run(["graph", "--format", "html"] + arguments)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").last?.hasPrefix("footnote: ") == true)
    #expect(try base.folder.read("raw/2025/7.6.md") == before)
    #expect(!base.folder.exists("wiki/new.MD"))
  }

  @Test func thePageLeadsToFilesFromWhereItLies() throws {
    let base = try base()
    try base.folder.write("out/x", "")
    let result = try base.tool.run("graph", "--format", "html", "--out", "out/graph.html")
    #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    let page = try base.folder.read("out/graph.html")
    #expect(page.contains(#"href="../wiki/concepts/ghosts.md""#))
    #expect(page.contains(#""href":"../raw/2025/7.6.md""#))
    #expect(!page.contains(base.folder.url.path))
    // To standard output there is no place to lead from.
    #expect(!(try base.tool.run("graph", "--format", "html").output.contains("href=\"../")))
  }

  @Test func readOnlyFolder() throws {
    let base = try base()
    guard let other = try OtherUser(base.tool) else {
      print("skipped: only the superuser can become another user, with setpriv")
      return
    }
    let result = try other.run("graph --format html --out graph.html")
    #expect(result.status == 2)
    #expect(result.errors.contains("cannot be written"))
  }

  @Test func anEmptyKnowledgeBase() throws {
    let folder = try TemporaryFolder()
    try folder.write("footnote.yml", "name: empty\n")
    let tool = Tool(folder: folder.url)
    let result = try tool.run("graph")
    #expect(result.status == 1 && result.output.isEmpty)
    let page = try tool.run("graph", "--format", "html")
    #expect(page.status == 1 && page.output.hasSuffix("</html>\n"))
  }
}

/// What a GraphML file declares and uses.
private final class GraphMLReader: NSObject, XMLParserDelegate {
  var nodes: Set<String> = []
  var ends: [String] = []
  var declared: Set<String> = []
  var used: Set<String> = []
  var titles: [String] = []
  private var isTitle = false

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    switch name {
    case "key": declared.insert(attributes["id"] ?? "")
    case "node": nodes.insert(attributes["id"] ?? "")
    case "edge": ends += [attributes["source"] ?? "", attributes["target"] ?? ""]
    case "data":
      used.insert(attributes["key"] ?? "")
      isTitle = attributes["key"] == "title"
      if isTitle { titles.append("") }
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if isTitle { titles[titles.count - 1] += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isTitle = false
  }
}
