import Foundation
import Retrieval
import Testing

/// A searcher keeps the files of an index open from one question to the next, and sees what has come meanwhile.
struct EncodingInProgressTests {
  @Test func whatIsEncodedIsSeenBeforeAllIs() throws {
    let base = try SampleBase()
    for number in 0..<300 { try base.write("Note \(number) on tides.\n", to: "raw/n\(number).md") }
    let writer = try IndexWriter(base.knowledgeBase(), folder: base.folder)
    _ = try writer.refresh()
    let searcher = try base.searcher()
    var shares: [Double] = []
    let report = try writer.encode(with: WordEncoder()) { _ in
      shares.append((try? searcher.summary().embedded) ?? -1)
    }
    #expect(report.encoded > 300)
    #expect(shares.first == 0)
    #expect(shares.contains { $0 > 0 && $0 < 1 }, "\(shares)")
    #expect(shares == shares.sorted())
    #expect(try searcher.summary().embedded == 1)
  }
}
