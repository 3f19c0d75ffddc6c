import Corpus
import Curation
import Foundation
import Testing

/// What holds for every kind of material.
@Suite struct ImporterTests {
  // MARK: Known material

  @Test func theSameTextUnderAnotherNameIsRecognised() throws {
    let base = try ImportBase()
    let file = base.root.appendingPathComponent("raw/deep/old.md")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("---\ntitle: Else\n---\r\n\r\nThe text.\r\nIts end.\r\n\r\n".utf8).write(to: file)
    let outcomes = try base.add(
      base.source("new.txt", "The text.\nIts end."), base.source("other.md", "# Other\n"),
      base.source("twice.md", "# Other"))
    #expect(outcomes.known == ["raw/deep/old.md", "raw/2024/2.3-other.md"])
    #expect(outcomes.added.map(\.path) == ["raw/2024/2.3-other.md"])
  }

  @Test func everyFixtureIsKnownTheSecondTime() throws {
    let base = try ImportBase()
    for name in ["html/article.html", "transcripts/voices.vtt", "text/own-front-matter.md"] {
      let path = try base.addOne(Fixture.path(name)).path
      let again = try base.add(Fixture.path(name)) { $0.title = "Another title" }
      #expect(again.known == [path])
      #expect(again.added.isEmpty)
    }
  }

  // MARK: Where things go

  @Test func nothingThatIsThereIsChanged() throws {
    let base = try ImportBase()
    let path = try base.addOne(base.source("a.txt", "Title\n\nOne.\n")).path
    let before = try base.read(path)
    let second = try base.addOne(base.source("a.txt", "Title\n\nTwo.\n")).path
    #expect(second == "raw/2024/2.3-title-2.md")
    #expect(try base.read(path) == before)
  }

  @Test func aDryRunSaysTheSameNamesAndWritesNothing() throws {
    let base = try ImportBase()
    let first = try base.source("a.txt", "Title\n\nOne.\n")
    let second = try base.source("b.txt", "Title\n\nTwo.\n")
    let planned = try base.add(first, second) { $0.isDryRun = true }.added.map(\.path)
    #expect(planned == ["raw/2024/2.3-title.md", "raw/2024/2.3-title-2.md"])
    #expect(!base.exists("raw/2024"))
    #expect(try base.add(first, second).added.map(\.path) == planned)
  }

  @Test func theLayerOfSourcesIsWhatTheConfigurationNames() throws {
    let source = "Title\n\nText.\n"
    let named = try ImportBase(
      layers: [], configuration: "layers: [{name: raw, path: src/in}, {name: wiki, path: pages}]")
    #expect(try named.addOne(named.source("a.txt", source)).path == "src/in/2024/2.3-title.md")
    let notes = try ImportBase(layers: [])
    #expect(try notes.addOne(notes.source("a.txt", source)).path == "2024/2.3-title.md")
    let single = try ImportBase(layers: [], configuration: "layers: [{name: vault, path: v}]")
    #expect(try single.addOne(single.source("a.txt", source)).path == "v/2024/2.3-title.md")
    for configuration in [
      "layers: [{name: wiki, path: wiki}]", "layers: [{name: a, path: a}, {name: b, path: b}]",
    ] {
      let none = try ImportBase(layers: [], configuration: configuration)
      let path = try none.source("a.txt", source)
      #expect(throws: ImportError.self) { try none.add(path) }
    }
  }

  @Test func aFolderOfTheLayerCanBeChosen() throws {
    let base = try ImportBase()
    for folder in ["papers", "raw/papers", "./papers/", base.root.path + "/raw/papers"] {
      let path = try base.source("a.txt", "Title\n\nFor \(folder).\n")
      let file = try base.addOne(path) { $0.folder = folder }
      #expect(file.path.hasPrefix("raw/papers/2024/2.3-title"))
    }
    let path = try base.source("a.txt", "Title\n\nNowhere.\n")
    for folder in ["../wiki", "papers/../../wiki", "/tmp", base.root.path + "/wiki"] {
      #expect(throws: ImportError.outside(folder: folder)) {
        try base.add(path) { $0.folder = folder }
      }
    }
  }

  @Test func linksThatLeadOutOfTheLayerAreNotWrittenThrough() throws {
    let base = try ImportBase()
    let outside = base.sources.appendingPathComponent("outside")
    try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
    let manager = FileManager.default
    try manager.createSymbolicLink(
      at: base.root.appendingPathComponent("raw/2024"), withDestinationURL: outside)
    let path = try base.source("a.txt", "Title\n\nText.\n")
    #expect(try base.add(path).failures == [.outside(folder: "raw/2024")])
    #expect(throws: ImportError.outside(folder: "raw/2024")) {
      try base.add(path) { $0.folder = "2024" }
    }
    #expect(try manager.contentsOfDirectory(atPath: outside.path).isEmpty)
    // Not even where the link leads to what is not there yet.
    try manager.createSymbolicLink(
      at: base.root.appendingPathComponent("raw/later"),
      withDestinationURL: outside.appendingPathComponent("new"))
    #expect(throws: ImportError.outside(folder: "raw/later")) {
      try base.add(path) { $0.folder = "later" }
    }
  }

  @Test func whatIsIgnoredIsSaidToBe() throws {
    let base = try ImportBase(configuration: "ignore: [\"raw/2024/*\"]")
    let outcomes = try base.add(base.source("a.txt", "Title\n\nText.\n"))
    #expect(outcomes.remarks == [.ignored(path: "raw/2024/2.3-title.md")])
  }

  // MARK: What is walked

  @Test func foldersAreWalkedWithoutFollowingLinksOut() throws {
    let base = try ImportBase()
    try base.source("in/a.txt", "One.\n")
    try base.source("in/deep/er/b.md", "# Two\n\nText.\n")
    try base.source("in/.hidden.txt", "Hidden.\n")
    try base.source("out/c.txt", "Outside.\n")
    let folder = base.sources.path + "/in"
    for (name, target) in [
      ("file.txt", "../out/c.txt"), ("folder", "../out"), ("loop", "."), ("same.txt", "a.txt"),
      ("dead", "nowhere"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/" + name, withDestinationPath: target)
    }
    let outcomes = try base.add(folder)
    #expect(outcomes.added.map(\.fields.title).sorted() == ["One.", "Two"])
    #expect(outcomes.failures.isEmpty)
    let skipped = outcomes.compactMap { if case .skipped(let source) = $0 { source } else { nil } }
    #expect(Set(skipped) == [folder + "/file.txt", folder + "/folder", folder + "/dead"])
    // A link that is named is meant.
    #expect(try base.add(folder + "/file.txt").added.count == 1)
  }

  @Test func aFileThatIsNamedTwiceIsReadOnce() throws {
    let base = try ImportBase()
    let path = try base.source("in/a.txt", "One.\n")
    #expect(try base.add(path, base.sources.path + "/in", path).count == 1)
  }

  // MARK: What cannot be imported

  @Test func whatIsNoTextIsNamedByItsContent() throws {
    let base = try ImportBase()
    let files: [(String, [UInt8], ImportError)] = [
      ("a.txt", [], .empty), ("b.txt", Array(" \n\t".utf8), .empty),
      ("c.md", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .binary(kind: "a PNG image")),
      ("d.html", [0x50, 0x4B, 3, 4, 0, 0], .binary(kind: "a ZIP archive; unpack it first")),
      ("e.txt", Array("text".utf8) + [0, 1, 2, 3, 0], .binary(kind: "binary data")),
      ("f.txt", Array("<?xml version=\"1.0\"?><svg/>".utf8), .binary(kind: "an XML file")),
      ("g.txt", [0x81, 0x8D, 0x41, 0x8F], .encoding(declared: nil)),
    ]
    for (name, bytes, error) in files {
      #expect(try base.add(base.source(name, bytes)).failures == [error], "\(name)")
    }
    #expect(!base.exists("raw/2024"))
  }

  @Test func oneFailureDoesNotStopTheOthers() throws {
    let base = try ImportBase()
    try base.source("in/a.bin", [0, 1, 2, 3, 0, 0])
    try base.source("in/b.txt", "Text.\n")
    let outcomes = try base.add(
      "in", "https://example.org/page", base.sources.path + "/nowhere.pdf")
    #expect(outcomes.added.count == 1)
    #expect(outcomes.failures == [.remote, .missing, .binary(kind: "binary data")])
  }

  @Test func encodingsThatAreNotNamedAreAssumedAndSaid() throws {
    let base = try ImportBase()
    let latin = try base.add(base.source("a.txt", Array("Caf".utf8) + [0xE9, 0x0A]))
    #expect(latin.remarks == [.assumedEncoding("Windows-1252")])
    #expect(try base.read(#require(latin.added.first).path).hasSuffix("\nCafé\n"))
    let wide = try base.addOne(Fixture.path("text/utf16.txt"))
    #expect(wide.body == "The lock is full.")
    // One wrong byte makes a long text no other.
    let damaged = Array("Größe, Länge, Höhe, Tiefe ".utf8) + [0xFF] + Array("und Breite\n".utf8)
    let nearly = try base.add(base.source("b.txt", damaged))
    #expect(nearly.remarks == [.assumedEncoding("UTF-8 with errors")])
  }

  @Test func contentDecidesOnTheKind() throws {
    let base = try ImportBase()
    for (name, text, type) in [
      ("a.txt", "WEBVTT\n\n00:01.000 --> 00:02.000\nSaid.\n", "transcript"),
      ("b.txt", "1\n00:00:01,000 --> 00:00:02,000\nSaid too.\n", "transcript"),
      ("c.md", "<!DOCTYPE html><html><body><p>A page.</p></body></html>", "article"),
      ("d", "---\ntitle: A note\ntype: idea\n---\n\nText.\n", "idea"),
      ("e.txt", "[{\"text\": \"a\", \"start\": 1, \"duration\": 1}]", "transcript"),
      ("f.md", "[{\"a\" is how this note begins](x.md)\n", "note"),
      ("g.md", "<p align=\"center\">A readme</p>\n\nText.\n", "note"),
    ] {
      let outcomes = try base.add(base.source(name, text))
      #expect(outcomes.added.first?.fields.type == type, "\(name): \(outcomes)")
    }
  }

  @Test func aFolderThatCannotBeWrittenStopsTheImport() throws {
    let base = try ImportBase()
    // A file where the folder of the year has to be; root may write anywhere.
    try Data("in the way".utf8).write(to: base.root.appendingPathComponent("raw/2024"))
    let outcomes = try base.add(
      base.source("a.txt", "One.\n"), base.source("b.txt", "Two.\n"))
    guard case .notWritten = outcomes.failures.first else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(outcomes.count == 1)
  }

  @Test func titleAndAddressAreForOneDocument() throws {
    let base = try ImportBase()
    let paths = (try base.source("a.txt", "One.\n"), try base.source("b.txt", "Two.\n"))
    #expect(throws: ImportError.optionForMany(option: "--url")) {
      try base.add(paths.0, paths.1) { $0.url = "https://example.org" }
    }
    #expect(!base.exists("raw/2024"))
  }
}
