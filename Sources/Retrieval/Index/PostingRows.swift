internal import Foundation
internal import GRDB

/// All postings of an index in memory, read out of FTS5, in the order in which the file has them.
struct PostingRows {
  private var ids: [UInt8] = []
  private var lengths: [UInt8] = []
  private var lists: [UInt8] = []
  private var termEnds: [UInt8] = []
  private var termText: [UInt8] = []
  private var postingEnds: [UInt8] = []
  private var inText: [UInt8] = []
  private var ordinals: [UInt8] = []
  private var titles: [UInt8] = []
  private var headings: [UInt8] = []
  private var bodies: [UInt8] = []
  private(set) var passages = 0
  private(set) var terms = 0
  var termBytes: Int { termText.count }
  var postings: Int { bodies.count }

  /// The parts behind the header, in the order of `PostingsFile.Layout`.
  var parts: [Data] {
    [
      ids, lengths, lists, termEnds, termText, postingEnds, inText, ordinals, titles, headings,
      bodies,
    ].map { Data($0) }
  }

  /// Complexity: O(postings).
  init(in database: Database) throws {
    var places: [Int64: UInt32] = [:]
    let statistics = try Row.fetchCursor(
      database, sql: "SELECT passage, terms, navigational FROM passage_statistics ORDER BY passage")
    while let row = try statistics.next() {
      let id: Int64 = try row.decode(atIndex: 0)
      places[id] = UInt32(passages)
      LittleEndian.append(UInt64(bitPattern: id), to: &ids)
      LittleEndian.append(UInt32(clamping: try row.decode(Int.self, atIndex: 1)), to: &lengths)
      lists.append(try row.decode(Bool.self, atIndex: 2) ? 1 : 0)
      passages += 1
    }
    // FTS5 gives terms in the order of their bytes, and each one's passages in the order of their ids.
    let rows = try Row.fetchCursor(database, sql: "SELECT term, doc, col FROM passage_instance")
    var term: String?
    var counts = FieldCounts()
    var ordinal: UInt32?
    var texts: UInt32 = 0
    func endPosting() {
      guard let last = ordinal else { return }
      LittleEndian.append(last, to: &ordinals)
      titles.append(counts.title)
      headings.append(counts.heading)
      bodies.append(counts.body)
      if counts.body > 0 { texts += 1 }
      counts = FieldCounts()
      ordinal = nil
    }
    func endTerm() {
      endPosting()
      guard let last = term else { return }
      termText.append(contentsOf: last.utf8)
      LittleEndian.append(UInt64(termText.count), to: &termEnds)
      LittleEndian.append(UInt64(bodies.count), to: &postingEnds)
      LittleEndian.append(texts, to: &inText)
      texts = 0
      terms += 1
    }
    while let row = try rows.next() {
      let next: String = try row.decode(atIndex: 0)
      if next != term {
        endTerm()
        term = next
      }
      guard let place = places[try row.decode(atIndex: 1)] else { continue }
      if place != ordinal { endPosting() }
      ordinal = place
      counts.add(column: try row.decode(atIndex: 2))
    }
    endTerm()
  }
}
