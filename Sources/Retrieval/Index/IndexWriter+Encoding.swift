public import Encoder
internal import Foundation
internal import GRDB
internal import LinearAlgebra

extension IndexWriter {
  /// Number of texts that go to the encoder at once, and into one transaction. More at once are no
  /// faster; the first batch is small, since nothing is known yet about how fast this machine is.
  private static let batchSizes = 8...64
  /// What a batch may take, in seconds, so that Ctrl-C and a deadline are soon heeded, and a kill loses
  /// little.
  private static let batchSeconds = 0.5

  /// Encodes the passages that have no vector of this model yet, then writes the matrix that searches
  /// read.
  ///
  /// - Parameters:
  ///   - deadline: After it no further batch is begun; a batch takes about half a second.
  ///   - stop: Ends the work after the batch in hand.
  ///   - progress: Called before the first batch and after each.
  /// - Throws: `IndexError`, `EncoderError`.
  public func encode(
    with encoder: any SentenceEncoder, until deadline: ContinuousClock.Instant? = nil,
    stop: StopToken = StopToken(), progress: (IndexProgress) -> Void = { _ in }
  ) throws -> EncodingReport {
    let start = ContinuousClock.now
    var report = EncodingReport()
    try adopt(encoder)
    let pending = try missingTexts(of: encoder)
    let meter = RateMeter()
    var position = 0
    var size = Self.batchSizes.lowerBound
    while position < pending.count {
      if position == 0 { progress(Self.progress(0, of: pending.count, meter)) }
      if stop.isStopped || deadline.map({ $0 <= .now }) == true {
        report.wasStopped = true
        break
      }
      let begin = ContinuousClock.now
      let end = min(position + size, pending.count)
      try encode(pending[position..<end], with: encoder, report: &report)
      let rate = Double(end - position) / max((ContinuousClock.now - begin).seconds, 1e-6)
      size = min(
        max(Int(min(rate * Self.batchSeconds, 1e6)), Self.batchSizes.lowerBound),
        Self.batchSizes.upperBound)
      position = end
      progress(Self.progress(position, of: pending.count, meter))
    }
    report.remaining = pending.count - position
    try writeMatrixIfNeeded(dimensions: encoder.dimensions, fingerprint: encoder.fingerprint)
    report.seconds = (ContinuousClock.now - start).seconds
    return report
  }

  private static func progress(_ done: Int, of total: Int, _ meter: RateMeter) -> IndexProgress {
    IndexProgress(
      stage: .passages, done: done, total: total, rate: meter.rate(done: done), current: nil)
  }

  /// A passage to encode: the smallest id of those that share its text.
  private struct Pending {
    var passage: Int64
    var key: [UInt8]
  }

  /// Makes this model the one that searches use. Vectors of another one stay, under its fingerprint.
  private func adopt(_ encoder: any SentenceEncoder) throws(IndexError) {
    try mapping {
      try database.write { database in
        let known = try Meta.value(.modelFingerprint, in: database)
        let dimensions = try Meta.value(.dimensions, in: database)
        if known == encoder.fingerprint, dimensions == String(encoder.dimensions) { return }
        try Meta.set(.modelName, to: encoder.name, in: database)
        try Meta.set(.modelFingerprint, to: encoder.fingerprint, in: database)
        try Meta.set(.dimensions, to: String(encoder.dimensions), in: database)
        try Meta.set(.vectorContent, to: "-1", in: database)
      }
    }
  }

  private func missingTexts(of encoder: any SentenceEncoder) throws(IndexError) -> [Pending] {
    try mapping {
      try database.read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT min(passage.id), passage.vector_key FROM passage
            LEFT JOIN vector ON vector.model = ? AND vector.key = passage.vector_key
              AND length(vector.value) = ?
            WHERE vector.key IS NULL GROUP BY passage.vector_key ORDER BY 1
            """, arguments: [encoder.fingerprint, 4 * encoder.dimensions]
        ).map { Pending(passage: $0[0], key: Array($0[1] as Data)) }
      }
    }
  }

  private func encode(
    _ batch: ArraySlice<Pending>, with encoder: any SentenceEncoder, report: inout EncodingReport
  ) throws {
    let texts = try mapping {
      try database.read { database in try batch.map { try Self.text($0.passage, in: database) } }
    }
    let encoded = try encoder.encode(texts.map(\.text), as: .passage)
    try mapping {
      try database.write { database in
        let insert = try database.cachedStatement(
          sql: "INSERT OR REPLACE INTO vector (model, key, value, tokens) VALUES (?, ?, ?, ?)")
        for (row, item) in batch.enumerated() {
          let value = VectorFile.bytes(of: encoded.vectors[row: row])
          let tokens = encoded.signs.isEmpty ? nil : Data(encoded.signs[row].bytes)
          try insert.execute(arguments: [encoder.fingerprint, Data(item.key), value, tokens])
        }
        try Meta.set(.vectorContent, to: "-1", in: database)
      }
    }
    report.encoded += batch.count
    report.tokens += encoded.tokens
    report.truncated += encoded.truncated.map { texts[$0].citation }
  }

  private static func text(
    _ passage: Int64, in database: Database
  ) throws -> (text: String, citation: String) {
    let sql = """
      SELECT title, headings, text, path, first_line, last_line
      FROM passage JOIN document ON document.id = passage.document WHERE passage.id = ?
      """
    guard let row = try Row.fetchOne(database, sql: sql, arguments: [passage]) else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "passage \(passage) has no document")
    }
    let text = EmbeddingText.text(
      title: row[0], headings: JSONText.decode(row[1] as String), body: row[2])
    let first = row[4] as Int
    let citation = Citation(path: row[3], lines: first...max(first, row[5]))
    return (text, citation.description)
  }

  /// Writes and syncs the next generation of the matrix, and only then the row that names it.
  func writeMatrixIfNeeded(dimensions: Int, fingerprint: String) throws(IndexError) {
    let state = try mapping {
      try database.read { database in
        (
          content: try Meta.number(.content, in: database),
          written: try Meta.value(.vectorContent, in: database),
          generation: try Meta.number(.vectorGeneration, in: database)
        )
      }
    }
    guard state.written != String(state.content) else { return }
    let matrix = try mapping {
      try database.read { try VectorRows(in: $0, fingerprint: fingerprint, dimensions: dimensions) }
    }
    let next = IndexFolder.freeGeneration(
      after: state.generation, path: folder.vectorsPath)
    let header = VectorFile.Header(
      generation: next, content: state.content, rows: matrix.passages.count,
      dimensions: dimensions, fingerprint: fingerprint)
    try VectorFile.write(matrix, header: header, in: folder)
    try mapping {
      try database.write { database in
        try Meta.set(.vectorGeneration, to: String(next), in: database)
        try Meta.set(.vectorContent, to: String(state.content), in: database)
      }
    }
    folder.removeGenerations(of: "vectors", magic: VectorFile.magic, keeping: next)
    try removeUnusedVectors()
  }

  /// Vectors of texts that are gone are kept, since text often comes back or moves, until they outnumber
  /// those in use.
  private func removeUnusedVectors() throws(IndexError) {
    try mapping {
      try database.write { database in
        let sql = "FROM vector WHERE key NOT IN (SELECT vector_key FROM passage)"
        let unused = try Int.fetchOne(database, sql: "SELECT count(*) \(sql)") ?? 0
        let used = try Int.fetchOne(database, sql: "SELECT count(*) FROM passage") ?? 0
        if unused > max(1000, used) { try database.execute(sql: "DELETE \(sql)") }
      }
    }
  }
}
