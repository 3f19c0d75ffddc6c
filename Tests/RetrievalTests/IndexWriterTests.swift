import Corpus
import Foundation
import Retrieval
import Testing

struct IndexWriterTests {
  @Test func buildsAndVerifies() throws {
    let base = try SampleBase()
    let (report, encoding) = try base.update()
    #expect(report.added.count == 6)
    #expect(report.skipped.isEmpty)
    #expect(encoding?.remaining == 0)
    let verification = try base.index().verify()
    #expect(verification.problems == [])
    #expect(verification.documents == 6)
    #expect(verification.verified == verification.passages)
    #expect(verification.vectors == verification.passages)
    let status = try base.index().status()
    #expect(status.layers == ["raw": 4, "wiki": 2])
    #expect(status.embedded == 1)
    #expect(status.stale == 0)
    #expect(status.unresolvedSources == 1)
  }

  @Test func leavesUnchangedFilesAlone() throws {
    let base = try SampleBase()
    try base.update()
    let (report, encoding) = try base.update()
    #expect(!report.hasChanges)
    #expect(report.unchanged == 6)
    #expect(encoding?.encoded == 0)
  }

  @Test func followsChanges() throws {
    let base = try SampleBase()
    try base.update()
    try base.write("Penguins huddle in the long night.\n", to: "raw/2025/7.6.md")
    try base.write("A new note about walruses.\n", to: "raw/2026/3.1.md")
    try base.remove("raw/2026/2.12.md")
    #expect(try base.index().staleness() == 3)
    let (report, _) = try base.update()
    #expect(report.updated == ["raw/2025/7.6.md"])
    #expect(report.added == ["raw/2026/3.1.md"])
    #expect(report.removed == ["raw/2026/2.12.md"])
    #expect(try base.index().verify().problems == [])
    #expect(try base.ask("penguins").hits.first?.document.path == "raw/2025/7.6.md")
    let lexical = SearchOptions(mode: .lexical)
    #expect(try base.ask("eukaryotic", lexical).hits.isEmpty)
    #expect(try base.ask("walruses").hits.first?.citation.description == "raw/2026/3.1.md:1")
  }

  @Test func encodesMovedTextOnce() throws {
    let base = try SampleBase(["raw/a/1.md": "# Same title\n\nSome text that moves.\n"])
    try base.update()
    try base.remove("raw/a/1.md")
    try base.write("# Same title\n\nSome text that moves.\n", to: "raw/b/2.md")
    let (report, encoding) = try base.update()
    #expect(report.added == ["raw/b/2.md"])
    #expect(encoding?.encoded == 0)
    #expect(try base.index().status().embedded == 1)
  }

  @Test func answersByWordsBeforeItIsEncoded() throws {
    let base = try SampleBase()
    try base.update(nil)
    let response = try base.ask("bacterial code")
    #expect(response.mode == .lexical)
    #expect(response.warnings.count == 1)
    #expect(response.index.embedded == 0)
    // The page of that name.
    #expect(response.hits.first?.document.path == "wiki/concepts/bacterial-code.md")
    #expect(response.hits.contains { $0.text.lowercased().contains("bacterial") })
  }

  /// What a search uses, and what the status counts, are the same while encoding goes on. A batch is written
  /// while the next one is encoded, so an answer lies between what stands before and behind it.
  @Test func oneShareIsEmbedded() throws {
    let base = try SampleBase()
    try base.update()
    for number in 0..<200 { try base.write("Note \(number).\n", to: "raw/new/\(number).md") }
    let writer = try IndexWriter(base.knowledgeBase(), folder: base.folder)
    _ = try writer.refresh()
    var shares: [(before: Double, answer: Double, after: Double)] = []
    var firstBatch = 0
    let stop = StopToken()
    _ = try writer.encode(with: WordEncoder(), stop: stop) { progress in
      guard let before = try? base.index().status().embedded,
        let answer = try? base.ask("ghosts").index.embedded,
        let after = try? base.index().status().embedded
      else { return }
      shares.append((before, answer, after))
      // When the second batch is encoded the first one is written.
      if firstBatch > 0 { stop.stop() }
      firstBatch = progress.done
    }
    #expect(shares.count >= 3)
    #expect(
      shares.allSatisfy { $0.before > 0 && $0.before <= $0.answer && $0.answer <= $0.after },
      "\(shares)")
    #expect(shares.last.map { $0.after < 1 && $0.before > shares[0].before } == true)
    let status = try base.index().status().embedded
    #expect(try base.ask("ghosts").index.embedded == status)
  }

  @Test func namesWhatIsNewlySkipped() throws {
    let base = try SampleBase(["raw/good.md": "A good file.\n"])
    try base.link("raw/out.md", to: "/etc/hostname")
    #expect(try base.update(nil).0.newlySkipped.map(\.path) == ["raw/out.md"])
    #expect(try base.update(nil).0.newlySkipped == [])
    try base.link("raw/more.md", to: "/etc/hostname")
    let report = try base.update(nil).0
    #expect(report.newlySkipped.map(\.path) == ["raw/more.md"])
    #expect(report.skipped.count == 2)
    try base.remove("raw/out.md")
    #expect(try base.update(nil).0.newlySkipped == [])
    #expect(try base.index().status().skipped.map(\.path) == ["raw/more.md"])
  }

  /// A copy of the file alone has everything: nothing is left in the log.
  @Test func everythingStandsInTheFileAtTheEnd() throws {
    let base = try SampleBase()
    try base.update()
    // A reader that stays open keeps SQLite from merging the log by itself.
    let reader = try base.searcher()
    try base.write("Walruses sleep on ice.\n", to: "raw/walrus.md")
    try base.update()
    let copy = try SampleBase([:])
    try FileManager.default.copyItem(
      atPath: base.folder.databasePath, toPath: copy.folder.databasePath)
    let index = try SearchIndex(base.knowledgeBase(), folder: copy.folder)
    #expect(try index.status().documents == 7)
    #expect(try index.status().embedded == 1)
    withExtendedLifetime(reader) {}
  }

  @Test func neverMixesModels() throws {
    let base = try SampleBase()
    try base.update()
    var other = WordEncoder()
    other.fingerprint = "beef"
    other.name = "other"
    let response = try base.ask("ghosts", encoder: other)
    #expect(response.mode == .lexical)
    #expect(response.warnings.first?.contains("vectors of words") == true)
    #expect(try base.update(other).1?.encoded == base.index().status().passages)
    #expect(try base.ask("ghosts", encoder: other).warnings == [])
    // The first model's vectors are still there.
    #expect(try base.update().1?.encoded == 0)
  }

  @Test func stopsAndGoesOn() throws {
    let base = try SampleBase()
    let stop = StopToken()
    do {
      let writer = try IndexWriter(base.knowledgeBase(), folder: base.folder)
      let report = try writer.refresh(stop: stop) { if $0.done == 2 { stop.stop() } }
      #expect(report.wasStopped)
      #expect(report.added.count == 3)
    }
    #expect(try base.update().0.added.count == 3)
    #expect(try base.index().verify().problems == [])
  }

  @Test func oneProcessWritesAtATime() throws {
    let base = try SampleBase()
    let writer = try IndexWriter(base.knowledgeBase(), folder: base.folder)
    #expect(throws: IndexError.locked(path: base.folder.lockPath)) {
      try IndexWriter(base.knowledgeBase(), folder: base.folder)
    }
    _ = try writer.refresh()
    #expect(try base.index().status().documents == 6)
  }

  @Test func reportsWhatItCannotIndex() throws {
    let base = try SampleBase(["raw/good.md": "A good file.\n"])
    try Data([0xFF, 0xFE, 0x41, 0x00, 0x42, 0x00]).write(
      to: URL(fileURLWithPath: base.root + "/raw/wide.md"))
    try FileManager.default.createSymbolicLink(
      atPath: base.root + "/raw/out.md", withDestinationPath: "/etc/hostname")
    try base.update()
    let status = try base.index().status()
    #expect(status.skipped.contains { $0.path == "raw/out.md" })
    let reported = status.skipped.map(\.path) + status.issues
    #expect(reported.contains { $0.hasPrefix("raw/wide.md") })
    #expect(try base.index().verify().problems == [])
  }
}
