import Corpus
import Foundation
import Retrieval
import Testing

/// An index that is built anew while others read.
struct IndexRebuildTests {
  @Test func readersKeepTheOldIndexUntilTheNewOneIsComplete() throws {
    let base = try SampleBase()
    try base.update()
    let question = "ghosts and animals"
    let before = try base.ask(question).hits.map(\.citation)
    let open = try base.searcher()
    let query = try QueryParser(today: try #require(CalendarDate(year: 2026, month: 3, day: 31)))
      .parse(question)
    let writer = try IndexWriter(base.knowledgeBase(), folder: base.folder, rebuild: .beside)
    var seen: [Int] = []
    let report = try writer.refresh { _ in
      seen.append((try? base.index().status().documents) ?? -1)
      let citations = try? base.ask(question).hits.map(\.citation)
      #expect(citations == before)
    }
    #expect(report.added.count == 6)
    #expect(seen == Array(repeating: 6, count: 6))
    // Before anything is encoded again, the new one has the vectors of the old one.
    #expect(try base.index().status().embedded == 1)
    #expect(try base.ask(question).hits.map(\.citation) == before)
    #expect(try open.search(query).hits.map(\.citation) == before)
    #expect(try writer.encode(with: WordEncoder()).encoded == 0)
    #expect(try base.index().verify().problems == [])
    #expect(!base.exists("Index/.footnote-workshop"))
  }

  @Test func aStoppedRebuildLeavesTheIndexAsItWas() throws {
    let base = try SampleBase()
    try base.update()
    let stop = StopToken()
    do {
      let writer = try IndexWriter(base.knowledgeBase(), folder: base.folder, rebuild: .beside)
      let report = try writer.refresh(stop: stop) { if $0.done == 2 { stop.stop() } }
      #expect(report.wasStopped)
      #expect(report.isDiscarded)
    }
    #expect(try base.index().status().documents == 6)
    #expect(try base.index().verify().problems == [])
    #expect(!base.exists("Index/.footnote-workshop"))
    #expect(try base.update().0.unchanged == 6)
  }

  @Test func aNewAnalyzerRebuildsBeside() throws {
    let base = try SampleBase()
    try base.update()
    try base.sql("UPDATE meta SET value = '0.0' WHERE key = 'analyzer'")
    let writer = try IndexWriter(base.knowledgeBase(), folder: base.folder)
    #expect(writer.repairs.first?.contains("another version of the analyzer") == true)
    #expect(try base.index().status().documents == 6)
    #expect(try writer.refresh().added.count == 6)
    #expect(try writer.encode(with: WordEncoder()).encoded == 0)
    #expect(try base.index().verify().problems == [])
  }

  @Test func vectorsAroundADamagedPageAreTakenOver() throws {
    var files: [String: String] = [:]
    for number in 0..<200 {
      files["raw/\(number).md"] = "Note number\(number) on subject\(number).\n"
    }
    let base = try SampleBase(files)
    try base.update()
    let numbers = try base.sql(
      """
      SELECT pageno FROM dbstat WHERE name = 'vector' AND pagetype = 'leaf' ORDER BY path
      """)
    let page = try #require(UInt64(numbers[numbers.count / 2]))
    let size = try #require(UInt64(base.sql("PRAGMA page_size")[0]))
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: base.folder.databasePath))
    try handle.seek(toOffset: (page - 1) * size)
    try handle.write(contentsOf: Data(repeating: 0xA5, count: Int(size)))
    try handle.close()
    let writer = try IndexWriter(base.knowledgeBase(), folder: base.folder, rebuild: .atOnce)
    _ = try writer.refresh()
    let encoded = try writer.encode(with: WordEncoder()).encoded
    #expect(encoded > 0)
    #expect(encoded < 40, "one page of about \(numbers.count) is lost")
    #expect(try base.index().verify().problems == [])
  }

  @Test func anOldLogIsNotPlayedBackIntoANewFile() throws {
    let base = try SampleBase()
    try base.update()
    let other = try SampleBase()
    // A reader keeps the writer from removing its log.
    let log = base.root + "/log"
    do {
      let writer = try IndexWriter(base.knowledgeBase(), folder: base.folder)
      try base.write("New text for the log.\n", to: "raw/new.md")
      _ = try writer.refresh()
      try FileManager.default.copyItem(atPath: base.folder.databasePath + "-wal", toPath: log)
    }
    withExtendedLifetime(other) {}
    try base.write(String(repeating: "garbage ", count: 2000), to: "Index/footnote.sqlite")
    try? FileManager.default.removeItem(atPath: base.folder.databasePath + "-wal")
    try FileManager.default.moveItem(atPath: log, toPath: base.folder.databasePath + "-wal")
    do {
      try base.update()
    } catch IndexError.damaged {
      try base.update(rebuild: .atOnce)
    }
    #expect(try base.index().status().documents == 7)
    #expect(try base.index().verify().problems == [])
  }
}
