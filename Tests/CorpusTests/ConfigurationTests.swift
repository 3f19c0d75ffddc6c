import Corpus
import Testing

@Suite struct ConfigurationTests {
  @Test func readsEveryKey() throws {
    let yaml = """
      name: field notes
      layers:
        - {name: raw, path: ./sources/}
        - name: wiki
          path: pages
      index: build/index
      ignore: ["drafts/", "*.tmp.md"]
      model: bge-small
      lint:
        orphans: off
        single-source: [wiki/entities/**]
      """
    let configuration = try Configuration(yaml: yaml, path: "footnote.yml")
    let expected = Configuration(
      name: "field notes",
      layers: [Layer(name: "raw", path: "sources"), Layer(name: "wiki", path: "pages")],
      index: "build/index", ignore: ["drafts/", "*.tmp.md"], model: "bge-small",
      lint: ["orphans": .off, "single-source": .except(["wiki/entities/**"])])
    #expect(configuration == expected)
  }

  @Test(arguments: ["", "# nothing\n", "---\n", "~\n"])
  func nothingMeansTheDefaults(yaml: String) throws {
    #expect(try Configuration(yaml: yaml, path: "footnote.yml") == Configuration())
  }

  @Test func unknownKeysNameTheLineAndTheKnownKeys() {
    let error = #expect(throws: CorpusError.self) {
      try Configuration(yaml: "name: a\nlayer: b\n", path: "footnote.yml")
    }
    guard case .configuration(let path, let line, let reason)? = error else {
      Issue.record("the wrong error")
      return
    }
    #expect(path == "footnote.yml")
    #expect(line == 2)
    #expect(reason.contains("'layer'") && reason.contains("layers, index, ignore"))
  }

  @Test(arguments: [
    "layers: [{name: raw, path: ../elsewhere}]", "layers: [{name: raw, path: /etc}]",
    "index: ../index", "index: a/../../b", "index: ~/index", "index: .",
  ])
  func pathsThatLeadOutsideAreRefused(yaml: String) {
    #expect(throws: CorpusError.self) { try Configuration(yaml: yaml, path: "footnote.yml") }
  }

  @Test(arguments: [
    ("layers: raw", 1), ("name: [a]", 1), ("layers: []", 1), ("a: b\n- c", 2),
    ("lint:\n  orphans: perhaps", 2),
    ("layers:\n  - {name: a, path: b}\n  - {name: a, path: c}", 3),
    ("layers:\n  - {name: Raw, path: b}\n  - {name: raw, path: c}", 3),
    ("layers:\n  - {name: a, path: b, size: 1}", 2), ("name: a\nname: b", 1), ("- a\n- b", 1),
    ("layers: &l [{name: a, path: b}]", 1), ("layers:\n  - {path: b}", 2),
  ])
  func wrongValuesNameTheLine(yaml: String, line: Int) {
    let error = #expect(throws: CorpusError.self) {
      try Configuration(yaml: yaml, path: "footnote.yml")
    }
    guard case .configuration(_, let found, let reason)? = error else {
      Issue.record("the wrong error")
      return
    }
    #expect(found == line, "\(reason)")
  }
}
