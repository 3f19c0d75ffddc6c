import Foundation
import InvertedIndex
import Testing

/// Damaged files are found by `verify`, and never more than wrong.
struct DamageTests {
  private let elements = [
    TermElement("w1"), TermElement("w30"), TermElement("w2", isPrefix: true), TermElement("often"),
    TermElement("w333", count: 2),
  ]

  /// Opens a file and does everything with it that can be done.
  private func use(_ path: String, _ other: Segment) throws {
    let segment = try Segment(path: path)
    let index = try InvertedIndex(segments: [segment], deleted: [5, 9, 2000, 4000])
    for method in InvertedIndex.Method.allCases {
      _ = index.top(10, index.query(elements), method: method)
    }
    _ = index.top(400, index.query(elements), isAllowed: index.passages { $0 % 2 == 0 })
    _ = index.scores(of: (0..<900).map { Int64($0 * 5) }, index.query(elements))
    _ = index.allIDs
    try? SegmentMerger(index).write(to: path + ".merged", generation: 1, content: 1)
  }

  @Test func flippedBytesAreFoundAndDoNoHarm() throws {
    let folder = try TemporaryFolder()
    let corpus = SampleCorpus(2500, seed: 77)
    let whole = try Segment(corpus.passages, at: folder.file("whole"))
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder.file("whole"))))
    var generator = SeededGenerator(78)
    for round in 0..<150 {
      var damaged = bytes
      // Many at once, so that several checks are gone past in one file; a few where it is all about parts.
      for _ in 0..<(round % 3 == 0 ? 1 : 400) {
        let place = Int.random(in: 1024..<damaged.count, using: &generator)
        damaged[place] = round % 2 == 0 ? 255 : UInt8.random(in: 0...255, using: &generator)
      }
      let path = folder.file("damaged")
      try Data(damaged).write(to: URL(fileURLWithPath: path))
      if damaged != bytes, round % 3 != 0 {
        #expect(throws: SegmentError.self) { try Segment(path: path).verify() }
      }
      try? use(path, whole)
    }
  }

  @Test func headersAreGuarded() throws {
    let folder = try TemporaryFolder()
    _ = try Segment(SampleCorpus(50, seed: 7).passages, at: folder.file("whole"))
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder.file("whole"))))
    let path = folder.file("damaged")
    for place in stride(from: 0, to: 1024, by: 3) {
      var damaged = bytes
      damaged[place] ^= 4
      try Data(damaged).write(to: URL(fileURLWithPath: path))
      #expect(throws: SegmentError.damagedHeader(path: path)) { try Segment(path: path) }
    }
  }

  @Test func shortenedFilesAreRefused() throws {
    let folder = try TemporaryFolder()
    _ = try Segment(SampleCorpus(200, seed: 7).passages, at: folder.file("whole"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file("whole")))
    let path = folder.file("short")
    for length in [0, 1, 1023, 1024, bytes.count / 2, bytes.count - 1] {
      try bytes.prefix(length).write(to: URL(fileURLWithPath: path))
      #expect(throws: SegmentError.damagedHeader(path: path)) { try Segment(path: path) }
    }
  }

  /// Every part is under its digest.
  @Test func aFlippedBitAnywhereIsFound() throws {
    let folder = try TemporaryFolder()
    _ = try Segment(SampleCorpus(60, seed: 7).passages, at: folder.file("whole"))
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder.file("whole"))))
    let path = folder.file("damaged")
    var (found, tried) = (0, 0)
    for place in stride(from: 1024, to: bytes.count, by: 17) where bytes[place] != 0 {
      var damaged = bytes
      damaged[place] ^= 16
      try Data(damaged).write(to: URL(fileURLWithPath: path))
      tried += 1
      do { try Segment(path: path).verify() } catch { found += 1 }
    }
    #expect(found == tried)
    #expect(tried > 100)
  }
}
