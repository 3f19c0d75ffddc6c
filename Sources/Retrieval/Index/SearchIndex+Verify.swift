internal import Corpus
internal import Digest
internal import Foundation
internal import GRDB
internal import LinearAlgebra

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

  /// The mapped postings hold what FTS5 holds. A file that is missing or behind is no fault, as with vectors.
  private func verifyPostings(in database: Database, _ report: inout VerificationReport) throws {
    let generation = try Meta.number(.postingsGeneration, in: database)
    let path = folder.postingsPath(generation: generation)
    guard let mapped = MappedPostings(path, generation: generation),
      try Meta.number(.content, in: database) == mapped.header.content,
      try Meta.value(.postingsContent, in: database) == String(mapped.header.content)
    else { return }
    if !PostingsFile.holds(try PostingRows(in: database), header: mapped.header, at: path) {
      report.problems.append("the file of postings differs from the database")
    }
  }

  /// The mapped matrix holds what SQLite holds. A matrix that is missing or out of date is no fault:
  /// searches then read SQLite, and the next writer makes a new one.
  private func verifyVectors(in database: Database, _ report: inout VerificationReport) throws {
    guard let model = try IndexedModel(in: database) else { return }
    let rows = try VectorRows(
      in: database, fingerprint: model.fingerprint, dimensions: model.dimensions)
    report.vectors = rows.passages.count
    let current = try vectors(of: model, in: database)
    guard current.passages == rows.passages else {
      report.problems.append("the file of vectors lists other passages than the database")
      return
    }
    for row in rows.passages.indices {
      let stored = rows.values[(row * rows.dimensions)..<((row + 1) * rows.dimensions)]
      let isEqual = current.vectors.withRow(row) { span in
        span.indices.allSatisfy { span[$0] == stored[stored.startIndex + $0] }
      }
      guard isEqual else {
        report.problems.append("the file of vectors differs from the database in row \(row)")
        return
      }
    }
  }
}
