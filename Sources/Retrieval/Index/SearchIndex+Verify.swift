internal import Corpus
internal import Digest
internal import Foundation
internal import GRDB
internal import InvertedIndex

extension SearchIndex {
  /// Reads every passage's bytes again and compares them with what was indexed; checks the database, the
  /// stored terms and the file of vectors.
  ///
  /// - Throws: `IndexError` where the index cannot be read at all.
  /// - Complexity: O(size of the knowledge base).
  public func verify() throws(IndexError) -> VerificationReport {
    try read { database in
      var report = VerificationReport()
      for line in try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
      where line != "ok" {
        report.problems.append("database: \(line)")
      }
      try verifyPassages(in: database, &report)
      try verifyTerms(in: database, &report)
      try verifyPostings(in: database, &report)
      try verifyVectors(in: database, &report)
      return report
    }
  }

  private func verifyPassages(
    in database: Database, _ report: inout VerificationReport
  ) throws {
    let reader = CorpusReader(knowledgeBase)
    let documents = try Row.fetchAll(
      database, sql: "SELECT id, path, hash FROM document ORDER BY path")
    report.documents = documents.count
    for document in documents {
      let path: String = try document.decode(atIndex: 1)
      let hash: String = try document.decode(atIndex: 2)
      let passages = try Row.fetchAll(
        database,
        sql: """
          SELECT \(StoredPassage.columns) FROM \(StoredPassage.tables)
          WHERE passage.document = ? ORDER BY passage.ordinal
          """, arguments: [document[0] as Int64]
      ).map { try StoredPassage(row: $0) }
      report.passages += passages.count
      do throws(CorpusError) {
        let bytes = try reader.read(path)
        if SHA256Digest(of: bytes).hex != hash {
          report.problems.append("\(path): the file has changed since it was indexed")
        }
        verify(passages, in: bytes, &report)
      } catch {
        report.problems.append("\(path): \(error.reason)")
      }
    }
  }

  private func verify(
    _ passages: [StoredPassage], in bytes: [UInt8], _ report: inout VerificationReport
  ) {
    let table = LineTable(bytes)
    var end = 0
    for passage in passages {
      let range = passage.bytes
      guard range.upperBound <= bytes.count, !range.isEmpty,
        SHA256Digest(of: Array(bytes[range])).bytes == passage.digest
      else {
        report.problems.append("\(passage.citation): the file holds other text there")
        continue
      }
      let lines = table.line(at: range.lowerBound)...table.line(at: range.upperBound - 1)
      if lines != passage.lines {
        report.problems.append("\(passage.citation): the bytes lie on lines \(lines)")
      } else if range.lowerBound < end {
        report.problems.append("\(passage.citation): overlaps the passage before it")
      } else {
        report.verified += 1
      }
      end = range.upperBound
    }
  }

  /// Every passage has its row of terms, and no row is left without a passage.
  private func verifyTerms(in database: Database, _ report: inout VerificationReport) throws {
    let missing =
      try Int.fetchOne(
        database,
        sql: "SELECT count(*) FROM passage WHERE id NOT IN (SELECT rowid FROM passage_terms)") ?? 0
    if missing > 0 { report.problems.append("\(missing) passages have no stored terms") }
    let orphans =
      try Int.fetchOne(
        database,
        sql: "SELECT count(*) FROM passage_terms WHERE rowid NOT IN (SELECT id FROM passage)") ?? 0
    if orphans > 0 { report.problems.append("\(orphans) rows of terms belong to no passage") }
  }

  /// The files of postings, without what is gone, are what one that is made of SQLite alone would be. A file
  /// that is missing or behind is no fault: searches then read SQLite, and the next writer mends it.
  private func verifyPostings(in database: Database, _ report: inout VerificationReport) throws {
    let terms = try snapshot(in: database).terms
    let builder = SegmentBuilder()
    var rows = try PostingRows(after: 0, in: database)
    _ = try rows.add(to: builder)
    let isEqual: Bool
    do {
      isEqual = try TemporarySegment.with { workshop in
        let (made, own) = (workshop.segmentPath("postings"), workshop.segmentPath("vectors"))
        try builder.write(to: made, generation: 0, content: 0, average: terms.average)
        try SegmentMerger(terms).write(to: own, generation: 0, content: 0, average: terms.average)
        return try FileHandle.contents(of: made) == FileHandle.contents(of: own)
      }
    } catch let error as SegmentError {
      report.problems.append("postings: \(error.description)")
      return
    }
    if !isEqual { report.problems.append("the files of postings differ from the database") }
  }

  /// The files of vectors hold what SQLite holds.
  private func verifyVectors(in database: Database, _ report: inout VerificationReport) throws {
    guard let model = try IndexedModel(in: database) else { return }
    let vectors = try snapshot(in: database).vectors(of: model, in: database)
    var rows = try VectorRows(of: model, after: 0, in: database)
    var wrong: Int64?
    try rows.visit { passage, vector, tokens in
      report.vectors += 1
      if wrong == nil, try !vectors.holds(passage, vector: vector, tokens: tokens) {
        wrong = passage
      }
    }
    if let wrong {
      report.problems.append("the files of vectors differ from the database in passage \(wrong)")
    } else if vectors.count != report.vectors {
      report.problems.append("the files of vectors list other passages than the database")
    }
  }
}

extension FileHandle {
  /// All bytes of a file, mapped where that can be done.
  fileprivate static func contents(of path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
  }
}
