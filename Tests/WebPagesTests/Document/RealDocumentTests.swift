import FootnoteKit
import Foundation
import Testing
import WebPages

/// Every document of the shipped knowledge base, and of those that `FOOTNOTE_CORPORA` names.
@Suite struct RealDocumentTests {
  private static let shipped = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  private static let corpora: [String] = {
    guard let folder = ProcessInfo.processInfo.environment["FOOTNOTE_CORPORA"],
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return [] }
    return names.sorted().map { folder + "/" + $0 }.filter { root in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: root, isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }()

  @Test func everyDocumentOfTheShippedKnowledgeBaseHasAPage() throws {
    try read(Self.shipped)
  }

  @Test(
    .enabled(if: !corpora.isEmpty, "set FOOTNOTE_CORPORA to the folder of real corpora"),
    arguments: corpora)
  func everyDocumentOfRealCorporaHasAPage(root: String) throws {
    try read(root)
  }

  private func read(_ root: String) throws {
    let base = try DocumentBase(at: root)
    let documents = try base.searcher.documents(limit: 100_000).documents
    #expect(!documents.isEmpty)
    var times: [(milliseconds: Double, path: String, size: Int)] = []
    for document in documents {
      let path = document.document.path
      let address = path.split(separator: "/").joined(separator: "/")
      let start = ContinuousClock.now
      let prose = try base.prose(address)
      let time = ContinuousClock.now - start
      times.append((Double(time.components.attoseconds) / 1e15, path, document.size))
      let check = HTMLCheck(prose)
      #expect(check.problems.prefix(3) == [], "\(path)")
      let bytes = try #require(try base.searcher.content(of: path))
      expectEveryPassageHasAPlace(bytes, path, check)
    }
    times.sort { $0.milliseconds < $1.milliseconds }
    let (median, slowest) = (times[times.count / 2], times[times.count - 1])
    print("\(root): \(times.count) pages, median \(median.milliseconds) ms, slowest \(slowest)")
    #expect(median.milliseconds < 15)
  }

  /// Lines of passages are those that answers cite.
  private func expectEveryPassageHasAPlace(_ bytes: [UInt8], _ path: String, _ check: HTMLCheck) {
    let parsed = DocumentParser().parse(bytes, path: path, layer: "raw")
    for passage in parsed.passages {
      let isThere = check.lines.contains { $0.overlaps(passage.lines) }
      #expect(isThere, "\(path):\(passage.lines)")
    }
  }
}
